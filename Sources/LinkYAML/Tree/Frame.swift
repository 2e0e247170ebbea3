internal import LinkCore

/// A collection whose end has not been read yet.
struct Frame {
  enum Kind {
    case sequence
    case mapping
  }

  private let kind: Kind
  private let isFlow: Bool
  private let start: Mark
  /// Where its items and entries begin among those of all frames.
  private let firstItem: Int
  private let firstEntry: Int
  /// The key whose value is read next.
  var key: Key?
  /// Where each key stands, once there are many.
  private var places: [ExactText: Mark] = [:]
  private static let few = 16

  init(_ kind: Kind, isFlow: Bool, start: Mark, among pieces: borrowing NodeStack) {
    self.kind = kind
    self.isFlow = isFlow
    self.start = start
    firstItem = pieces.itemCount
    firstEntry = pieces.entryCount
  }

  /// A key, and whether it stood before.
  struct Key {
    let scalar: Node.Scalar
    let start: Mark
    let end: Mark
    let isDuplicate: Bool
  }

  var expectsKey: Bool { kind == .mapping && key == nil }

  /// Whether it is opened by a bracket that a node follows at once: `{{`.
  func opensRight(before node: Node) -> Bool {
    isFlow && start.line == node.start.line && start.column + 1 == node.start.column
  }

  /// What stands in a path for the item or value that is read next.
  func component(among pieces: borrowing NodeStack) -> String {
    key?.scalar.text ?? String(pieces.itemCount - firstItem)
  }

  /// Where a key stands that was read before.
  mutating func place(ofKey text: String, among pieces: borrowing NodeStack) -> Mark? {
    guard pieces.entryCount - firstEntry > Self.few else {
      return pieces.place(ofKey: text, from: firstEntry)
    }
    if places.isEmpty { places = pieces.places(from: firstEntry) }
    return places[ExactText(text)]
  }

  /// What is wrong with an entry that was read whole.
  struct Oddity {
    /// Where the key begins of a value that is none, where the key is a plain one that has a colon
    /// in it: `{name:a}` is a key without a value to YAML, and never what an author meant.
    let missingSpace: Mark?
    /// The entry, where its key stood before.
    let stray: Node.Entry?
  }

  /// Takes an item or a value.
  mutating func add(_ node: consuming Node, to pieces: inout NodeStack) -> Oddity? {
    guard kind == .mapping else {
      pieces.push(node)
      return nil
    }
    guard let key = key.take() else { return nil }
    let lacksSpace =
      key.end == node.end && key.scalar.isPlain
      && key.scalar.text.utf8.contains(UInt8(ascii: ":"))
    let entry = Node.Entry(key.scalar, from: key.start, to: key.end, value: node)
    if key.isDuplicate { return Oddity(missingSpace: lacksSpace ? key.start : nil, stray: entry) }
    if !places.isEmpty { places[ExactText(entry.key)] = entry.keyStart }
    pieces.push(entry)
    return lacksSpace ? Oddity(missingSpace: key.start, stray: nil) : nil
  }

  /// The node, where its end was read at a place.
  ///
  /// libyaml ends a block where the next thing begins; it is better to end it behind what is in it.
  func node(closedAt place: Mark, of pieces: inout NodeStack) -> Node {
    let items = pieces.takeItems(from: firstItem)
    let entries = pieces.takeEntries(from: firstEntry)
    let last = items.last?.end ?? entries.last?.value.end
    let end = isFlow ? place : last ?? start
    return Node(kind == .sequence ? .sequence(items) : .mapping(entries), start: start, end: end)
  }
}

/// An entry and the way from the root to the mapping that it stands in.
struct PlacedEntry: Sendable {
  let path: [String]
  let entry: Node.Entry
}
