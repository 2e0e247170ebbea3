internal import LinkCore

/// What a statement does, by its first words.
struct StatementWords: Hashable {
  /// Such as `CREATE LINK`; `nil` where nothing is written.
  private let privilege: String?
  let asksForGrants: Bool

  init(_ sql: String) {
    let tokens = (try? SQLReader.tokens(in: sql)) ?? []
    asksForGrants = tokens.prefix(2) == [.word("SHOW"), .word("GRANTS")]
    let words = tokens.prefix(5).prefix { $0.isWord }
    let verbs: Set<SQLToken> = [
      .word("CREATE"), .word("ALTER"), .word("DROP"), .word("START"), .word("STOP"),
    ]
    guard let verb = words.first, verbs.contains(verb), case .word(let name) = verb,
      let thing = ["LINK", "PIPELINE", "DATABASE"].first(where: { words.contains(.word($0)) })
    else {
      privilege = nil
      return
    }
    privilege = "\(name) \(thing)"
  }

  var isWrite: Bool { privilege != nil }

  /// The words in which a server without grants refuses it.
  func denial(_ code: Int) -> String {
    let privilege = privilege ?? ""
    return code == 1142
      ? "\(privilege) command denied to user '\(Account.user)'@'%'"
      : "Access denied; you need (at least one of) the \(privilege) privilege(s) for this operation"
  }
}

extension SQLToken {
  fileprivate var isWord: Bool {
    if case .word = self { true } else { false }
  }
}
