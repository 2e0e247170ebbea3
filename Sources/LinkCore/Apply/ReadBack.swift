/// Where a link stands, seen from one statement of its change.
enum Standing {
  /// As the statement found it.
  case before
  /// As the statement leaves it.
  case after
  /// As somebody else has made it.
  case elsewhere
  /// The statement changes nothing that can be read.
  case untold
}

extension Run.Result {
  /// What the catalog says of the statement, which is one of its change's.
  mutating func settle(
    _ change: LinkChange,
    _ position: Int,
    in catalog: CurrentCatalog,
    by tagger: Tagger
  ) -> Standing {
    let standing = change.standing(of: position, in: catalog, by: tagger)
    switch (status, standing) {
    case (.applied, .elsewhere), (.applied, .before):
      guard let rewritings = change.rewritings(by: position, in: catalog, by: tagger) else {
        fallthrough
      }
      self.rewritings = rewritings
    case (.unknown, .elsewhere):
      let words = status == .applied ? "took the statement" : "lost the connection"
      status = .failed
      failure = Run.Failure(
        code: failure?.code ?? 0,
        sqlState: failure?.sqlState ?? "",
        message: "the server \(words), and its catalog shows something else"
      )
    case (.unknown, .after):
      status = .applied
      failure = nil
    case (.unknown, .before): status = .failed
    default: break
    }
    return standing
  }
}

extension LinkChange {
  /// How many of its statements, counted from the first, need no sending any more: all where the
  /// link is as they leave it, the drop alone where a link to be created again is gone.
  ///
  /// A tag proves it; without one the public part alone does, where all of it can be read.
  func statementsDone(_ current: CatalogLink?, by tagger: Tagger) -> Int {
    let isProven = current.map { !$0.config.isUnreadable || $0.mark.tag != nil } ?? true
    if isProven, isDone(statements.count - 1, current, by: tagger) { return statements.count }
    return action == .recreate && current == nil ? 1 : 0
  }

  fileprivate func standing(
    of position: Int,
    in catalog: CurrentCatalog,
    by tagger: Tagger
  ) -> Standing {
    let current = catalog[address]
    let before = position == 0 ? before : nil
    let wasDone = isDone(position, before, by: tagger)
    if isDone(position, current, by: tagger) { return wasDone ? .untold : .after }
    let isAsBefore =
      switch (before, current) {
      case (nil, nil): true
      case (let before?, let current?): before.means(current)
      default: false
      }
    return isAsBefore ? .before : .elsewhere
  }

  /// What the server made of a statement that it took; `nil` where the catalog shows something else.
  fileprivate func rewritings(
    by position: Int,
    in catalog: CurrentCatalog,
    by tagger: Tagger
  ) -> [Rewriting]? {
    guard case .create(_, let definition) = statements[position].operation,
      let current = catalog[address], definition.isTagged(in: current, at: address, by: tagger)
    else { return nil }
    return definition.rewritings(in: current)
  }

  /// Whether the public part of the catalog is as one of the statements leaves it, with its tag
  /// where it writes one.
  private func isDone(_ position: Int, _ current: CatalogLink?, by tagger: Tagger) -> Bool {
    switch statements[position].operation {
    case .drop: return current == nil
    case .alterConfig(let config, _): return current?.config.shows(config) ?? false
    case .create(_, let definition):
      guard let current, definition.isShown(by: current) else { return false }
      return definition.isTagged(in: current, at: address, by: tagger)
    }
  }
}

extension LinkDefinition {
  /// Whether a link has the tag that these clauses write, where they write one.
  fileprivate func isTagged(
    in current: CatalogLink,
    at address: LinkAddress,
    by tagger: Tagger
  ) -> Bool {
    tag == nil || current.mark.tag?.nonce == tagger.nonce(of: address)
  }

  /// Whether all that can be read of a link is as these clauses have it.
  fileprivate func isShown(by current: CatalogLink) -> Bool {
    let isSameText = (current.description ?? "").isIdentical(to: description ?? "")
    return current.hasType(type.name) && isSameText && current.config.shows(config)
  }
}

extension CatalogLink.Config {
  fileprivate var isUnreadable: Bool {
    if case .readable = self { false } else { true }
  }

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
