extension Run.Result {
  /// What the catalog says of the statement after the run.
  mutating func settle(_ change: LinkChange, in catalog: CurrentCatalog) {
    let current = catalog[change.address]
    let isAsMeant = change.isDone(current)
    switch status {
    case .unknown:
      // Only a difference that the statement itself makes can witness for it.
      let wasAsMeant = change.isDone(change.before)
      guard !wasAsMeant else { return }
      if isAsMeant { status = .applied }
      if !isAsMeant, change.moved(in: catalog) == nil { status = .failed }
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
  /// How many of its statements, counted from the first, need no sending any more: all where the
  /// link is as they leave it, the drop alone where a link to be created again is gone.
  func statementsDone(_ current: CatalogLink?) -> Int {
    let isProven = current.map { !$0.config.isUnreadable } ?? true
    if isProven, isDone(current) { return statements.count }
    return action == .recreate && current == nil ? 1 : 0
  }

  /// Whether the public part of the catalog is as the statements of this change leave it.
  fileprivate func isDone(_ current: CatalogLink?) -> Bool {
    guard let definition = statements.last?.definition else { return current == nil }
    guard let current else { return false }
    let description = (current.description ?? "").isIdentical(to: definition.description ?? "")
    return current.hasType(definition.type.name) && description
      && current.config.shows(definition.config)
  }
}

extension Statement {
  fileprivate var definition: LinkDefinition? {
    if case .create(_, let definition) = operation { definition } else { nil }
  }
}

extension CatalogLink.Config {
  fileprivate var isUnreadable: Bool {
    if case .unreadable = self { true } else { false }
  }

  /// Whether all that can be read of it is as it was sent.
  fileprivate func shows(_ sent: JSONValue?) -> Bool {
    switch self {
    case .unreadable: true
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
