extension LinkChange {
  /// What moved since the plan was made; `nil` where nothing did.
  func moved(_ current: CatalogLink?) -> StaleLink? {
    switch (before, current) {
    case (nil, nil): return nil
    case (nil, _?): return StaleLink(address: address, fields: ["exists now"])
    case (_?, nil): return StaleLink(address: address, fields: ["is gone"])
    case (let before?, let current?):
      guard !before.means(current) else { return nil }
      return StaleLink(address: address, fields: before.differences(to: current))
    }
  }
}

extension CatalogLink {
  fileprivate func differences(to other: CatalogLink) -> [String] {
    var fields: [String] = []
    if !hasType(other.type) { fields.append("type") }
    let isSameDescription = (description ?? "").isIdentical(to: other.description ?? "")
    if !isSameDescription { fields.append("description") }
    if !config.means(other.config) { fields.append("config") }
    if !(tag ?? "").isIdentical(to: other.tag ?? "") { fields.append("tag") }
    return fields
  }
}

extension Run.Result {
  /// What the catalog says of the statement after the run.
  mutating func settle(_ change: LinkChange, current: CatalogLink?) {
    let isAsMeant = change.isDone(current)
    switch status {
    case .unknown:
      // Only a difference that the statement itself makes can witness for it.
      let wasAsMeant = change.isDone(change.before)
      guard !wasAsMeant else { return }
      if isAsMeant { status = .applied }
      if !isAsMeant, change.moved(current) == nil { status = .failed }
      if status == .applied { failure = nil }
    case .applied where !isAsMeant:
      status = .failed
      failure = Run.Failure(
        message: "the server took the statement, but its catalog shows something else"
      )
    default:
      break
    }
  }
}

extension LinkChange {
  /// Whether the public part of the catalog is as the statements of this change leave it.
  fileprivate func isDone(_ current: CatalogLink?) -> Bool {
    guard let operation = statements.last?.operation else { return false }
    switch operation {
    case .drop: return current == nil
    case .alterConfig(let config, _): return current?.config.shows(config) ?? false
    case .create(_, let definition): return current.map { definition.isShown(by: $0) } ?? false
    }
  }
}

extension LinkDefinition {
  /// Whether all that can be read of a link is as these clauses have it.
  fileprivate func isShown(by current: CatalogLink) -> Bool {
    let isSameText = (current.description ?? "").isIdentical(to: description ?? "")
    return current.hasType(type.name) && isSameText && current.config.shows(config)
  }
}

extension CatalogLink.Config {
  /// Whether all that can be read of it is as it was sent.
  fileprivate func shows(_ sent: JSONValue?) -> Bool {
    switch self {
    case .unreadable, .malformed: true
    case .readable(let value): value.orEmpty.shows(sent.orEmpty)
    }
  }
}

extension JSONValue {
  fileprivate func shows(_ sent: JSONValue) -> Bool {
    guard let mine = members, let theirs = sent.members else {
      return isRedacted || means(sent)
    }
    return mine.count == theirs.count
      && zip(mine.sortedByKey, theirs.sortedByKey).allSatisfy {
        $0.key.isIdentical(to: $1.key) && $0.value.shows($1.value)
      }
  }
}
