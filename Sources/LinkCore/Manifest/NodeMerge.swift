extension Node {
  /// This map with another one merged over it: maps deeply, everything else replaces whole.
  ///
  /// A `null` removes the key below it. Where there is no such key, it stays as JSON null unless
  /// `null` always removes (as it does in an environment's overrides).
  package func merged(with overlay: Node, nullAlwaysRemoves: Bool) -> Node {
    guard let base = entries, let over = overlay.entries, !isReference, !overlay.isReference else {
      return nullAlwaysRemoves ? overlay.withoutNulls : overlay
    }
    let (baseKeys, overKeys) = (EntryIndex(base), EntryIndex(over))
    var merged: [Entry] = []
    merged.reserveCapacity(base.count + over.count)
    for entry in base {
      let replacement = overKeys[entry.key]
      let kept = replacement.map { entry.merged(with: $0, nullAlwaysRemoves: nullAlwaysRemoves) }
      if let entry = kept ?? entry { merged.append(entry) }
    }
    for entry in over where baseKeys[entry.key] == nil {
      if let added = nullAlwaysRemoves ? entry.withoutNulls : entry { merged.append(added) }
    }
    return Node(.mapping(merged), start: overlay.start, end: overlay.end)
  }

  /// Whether it is written as `null` or `~`.
  package var isNull: Bool {
    if let scalar, case .null = ScalarValue(scalar) { true } else { false }
  }

  fileprivate var withoutNulls: Node {
    guard let entries, !isReference else { return self }
    return Node(.mapping(entries.compactMap(\.withoutNulls)), start: start, end: end)
  }
}

extension Node.Entry {
  fileprivate func merged(with over: Node.Entry, nullAlwaysRemoves: Bool) -> Node.Entry? {
    guard !over.value.isNull else { return nil }
    return Node.Entry(
      keyNode: over.keyNode,
      value: value.merged(with: over.value, nullAlwaysRemoves: nullAlwaysRemoves)
    )
  }

  fileprivate var withoutNulls: Node.Entry? {
    guard !value.isNull else { return nil }
    return Node.Entry(keyNode: keyNode, value: value.withoutNulls)
  }
}

/// Looks entries up by key; most maps are so small that looking at each is fastest.
private struct EntryIndex {
  private static let few = 16
  private let entries: [Node.Entry]
  private let byKey: [ExactText: Node.Entry]

  init(_ entries: [Node.Entry]) {
    self.entries = entries
    byKey =
      entries.count <= Self.few
      ? [:] : Dictionary(entries.map { (ExactText($0.key), $0) }) { first, _ in first }
  }

  subscript(key: String) -> Node.Entry? {
    byKey.isEmpty ? entries.first { $0.key.isIdentical(to: key) } : byKey[ExactText(key)]
  }
}
