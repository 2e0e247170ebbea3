/// The items and entries that all collections have so far that are being read at once, those of the
/// innermost on top.
///
/// Of one kind and not a generic one, for what is generic is only quick in the module it stands in.
package struct NodeStack: ~Copyable {
  private var items = PieceStack<Node>()
  private var entries = PieceStack<Node.Entry>()

  package init() {}

  package var itemCount: Int { items.count }
  package var entryCount: Int { entries.count }

  package mutating func push(_ item: consuming Node) { items.push(item) }
  package mutating func push(_ entry: consuming Node.Entry) { entries.push(entry) }

  /// Takes off all items from one on.
  package mutating func takeItems(from first: Int) -> [Node] { items.take(from: first) }

  /// Takes off all entries from one on.
  package mutating func takeEntries(from first: Int) -> [Node.Entry] { entries.take(from: first) }

  /// Where a key stands among the entries from one on.
  package func place(ofKey key: String, from first: Int) -> Mark? {
    for index in first..<entries.count where entries[index].key.isIdentical(to: key) {
      return entries[index].keyStart
    }
    return nil
  }

  /// Where each key stands of the entries from one on.
  package func places(from first: Int) -> [ExactText: Mark] {
    var places: [ExactText: Mark] = [:]
    for index in first..<entries.count {
      places[ExactText(entries[index].key)] = entries[index].keyStart
    }
    return places
  }
}
