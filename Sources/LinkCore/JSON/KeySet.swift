/// Knows the keys of an object that is being read; a set is only made for many.
struct KeySet {
  private static let few = 16
  private var keys: Set<ExactText> = []

  /// Whether the key is new; the members from the first on are those that were read before.
  mutating func insert(
    _ key: String,
    among members: borrowing PieceStack<JSONValue.Member>,
    from first: Int
  ) -> Bool {
    let own = first..<members.count
    if own.count < Self.few {
      for index in own where members[index].key.isIdentical(to: key) { return false }
      return true
    }
    if keys.isEmpty { for index in own { keys.insert(ExactText(members[index].key)) } }
    return keys.insert(ExactText(key)).inserted
  }
}
