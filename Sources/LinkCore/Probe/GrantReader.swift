extension Grant {
  /// `nil` where the row is no grant of privileges, as one that grants a role.
  init?(reading row: String) {
    guard let tokens = try? SQLReader.tokens(in: row), tokens.first == .word("GRANT"),
      let on = tokens.firstIndex(of: .word("ON")), on > 1
    else { return nil }
    let rest = tokens[(on + 1)...]
    privileges = Self.privileges(tokens[1..<on])
    scope = Self.scope(rest)
    account = Self.account(rest)
  }

  /// Words between commas; columns in parentheses are left out.
  private static func privileges(_ tokens: ArraySlice<SQLToken>) -> Set<String> {
    var words: [[String]] = [[]]
    var depth = 0
    for token in tokens {
      switch token {
      case .symbol("("): depth += 1
      case .symbol(")"): depth -= 1
      case .symbol(",") where depth == 0: words.append([])
      case .word(let word) where depth == 0 && word != "TRANSFERABLE":
        words[words.count - 1].append(word)
      default: break
      }
    }
    return Set(words.map { $0.joined(separator: " ") })
  }

  private static func scope(_ tokens: ArraySlice<SQLToken>) -> Scope {
    guard let first = tokens.first else { return .other }
    let rest = tokens.dropFirst()
    let inner = rest.first == .symbol(".") ? rest.dropFirst().first : nil
    switch (first, inner) {
    case (.symbol("*"), nil), (.symbol("*"), .symbol("*")): return .everything
    case (.identifier(let name), .symbol("*")): return .named(name)
    case (.word(let word), .symbol("*")): return .word(word)
    default: return .other
    }
  }

  /// What follows `TO`, such as `'ci'@'%'`; some servers write names in backticks.
  private static func account(_ tokens: ArraySlice<SQLToken>) -> Account? {
    guard let to = tokens.firstIndex(of: .word("TO")),
      let user = tokens[(to + 1)...].first?.quoted
    else { return nil }
    let rest = tokens[(to + 2)...]
    guard rest.first == .symbol("@") else { return Account(user: user, host: nil) }
    return Account(user: user, host: rest.dropFirst().first?.quoted)
  }
}

extension SQLToken {
  /// The text between quotes of any kind.
  fileprivate var quoted: String? {
    switch self {
    case .string(let text), .identifier(let text): text
    default: nil
    }
  }
}
