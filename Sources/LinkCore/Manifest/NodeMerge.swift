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
    for index in base.indices {
      guard let replacement = overKeys[base[index].key] else {
        merged.append(base[index])
        continue
      }
      let entry = base[index].merged(with: over[replacement], nullAlwaysRemoves: nullAlwaysRemoves)
      if let entry { merged.append(entry) }
    }
    for index in over.indices where baseKeys[over[index].key] == nil {
      if !nullAlwaysRemoves {
        merged.append(over[index])
      } else if let added = over[index].withoutNulls {
        merged.append(added)
      }
    }
    return Node(.mapping(merged), start: overlay.start, end: overlay.end)
  }

  /// Whether it is written as `null` or `~`.
  package var isNull: Bool {
    if case .scalar(let scalar) = content { scalar.kind == .null } else { false }
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
      over,
      value: value.merged(with: over.value, nullAlwaysRemoves: nullAlwaysRemoves)
    )
  }

  fileprivate var withoutNulls: Node.Entry? {
    guard !value.isNull else { return nil }
    return Node.Entry(self, value: value.withoutNulls)
  }
}

/// Looks entries up by key; most maps are so small that looking at each is fastest.
private struct EntryIndex {
  private static let few = 16
  private let entries: [Node.Entry]
  private let byKey: [ExactText: Int]

  init(_ entries: [Node.Entry]) {
    self.entries = entries
    byKey =
      entries.count <= Self.few
      ? [:]
      : Dictionary(entries.enumerated().map { (ExactText($1.key), $0) }) { first, _ in first }
  }

  subscript(key: String) -> Int? {
    byKey.isEmpty ? entries.index(of: key) : byKey[ExactText(key)]
  }
}
