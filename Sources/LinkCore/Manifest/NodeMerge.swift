extension Node {
  /// This map with another one merged over it: maps deeply, everything else replaces whole.
  ///
  /// A `null` removes the key below it. Where there is no such key, it stays as JSON null unless
  /// `null` always removes (as it does in an environment's overrides).
  package func merged(with overlay: Node, nullAlwaysRemoves: Bool) -> Node {
    guard let base = entries, let over = overlay.entries, !isReference, !overlay.isReference else {
      return nullAlwaysRemoves ? overlay.withoutNulls : overlay
    }
    let overByKey = Dictionary(
      over.map { (ExactText($0.key), $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let baseKeys = Set(base.map { ExactText($0.key) })
    let kept = base.compactMap { entry in
      guard let replacement = overByKey[ExactText(entry.key)] else { return entry }
      return entry.merged(with: replacement, nullAlwaysRemoves: nullAlwaysRemoves)
    }
    let added = over.filter { !baseKeys.contains(ExactText($0.key)) }.compactMap { entry in
      nullAlwaysRemoves ? entry.withoutNulls : entry
    }
    return Node(.mapping(kept + added), start: overlay.start, end: overlay.end)
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
