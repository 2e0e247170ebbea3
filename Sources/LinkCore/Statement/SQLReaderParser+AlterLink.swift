// ALTER LINK [db.]name SET CONFIG | CREDENTIALS 'json' | ::key = 'value' [SET …]

extension SQLReaderParser {
  mutating func alterLink() throws(SQLReaderError) -> SQLStatement.AlterLink {
    try expect("LINK")
    let name = try qualifiedName()
    var config: SQLStatement.Setting<String>?
    var credentials: SQLStatement.Setting<Secret>?
    repeat {
      try expect("SET")
      let clause = position
      if take("CONFIG") {
        guard config == nil else { throw error(.clauseTwice("CONFIG"), at: clause) }
        config = try setting { $0 }
      } else if take("CREDENTIALS") {
        guard credentials == nil else { throw error(.clauseTwice("CREDENTIALS"), at: clause) }
        credentials = try setting { Secret($0) }
      } else {
        throw expected("CONFIG or CREDENTIALS")
      }
    } while next == .word("SET")
    return SQLStatement.AlterLink(name: name, config: config, credentials: credentials)
  }

  /// How a key with a dot or a dash would be written is documented nowhere, so that only a bare
  /// word is one.
  private mutating func setting<Text: Sendable>(
    _ text: (String) -> Text
  ) throws(SQLReaderError) -> SQLStatement.Setting<Text> {
    guard takeMark(":") else { return .whole(text(try self.text())) }
    try expectMark(":")
    guard case .word(let word) = next, !word.hasPrefix("@") else { throw expected("a key") }
    let key = takeSpelling()
    try expectMark("=")
    return .key(key, text(try self.text()))
  }
}
