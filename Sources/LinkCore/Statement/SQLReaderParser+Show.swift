// SHOW LINKS [ON db], SHOW CREATE LINK [db.]name, SHOW GRANTS, and what the second of them answers.

extension SQLReaderParser {
  mutating func show() throws(SQLReaderError) -> SQLStatement.Show {
    if take("LINKS") { return .links(database: take("ON") ? try name() : nil) }
    if take("GRANTS") { return .grants }
    guard take("CREATE") else { throw expected("LINKS, CREATE LINK or GRANTS") }
    try expect("LINK")
    return .createLink(try qualifiedName())
  }

  /// ``CREATE LINK `name` AS type CONFIG "json" CREDENTIALS <CREDENTIALS REDACTED>``.
  ///
  /// Clauses may come in any order and be missing: how a link without CONFIG, and how a description
  /// is shown is documented nowhere. Anything else is no answer that can be trusted.
  mutating func shownLink() throws(SQLReaderError) -> ShownLink {
    try expect("CREATE")
    try expect("LINK")
    let name = try qualifiedName()
    try expect("AS")
    let type = try type()
    var config: String?
    var seen: Set<String> = []
    while case .word(let clause) = next {
      guard seen.insert(clause).inserted else { throw error(.clauseTwice(clause), at: position) }
      if take("CONFIG") {
        config = try text()
      } else if take("DESCRIPTION") {
        _ = try text()
      } else {
        try redactedCredentials()
      }
    }
    _ = takeMark(";")
    try expectEnd()
    return ShownLink(name: name.name, type: type, config: config)
  }

  private mutating func redactedCredentials() throws(SQLReaderError) {
    try expect("CREDENTIALS")
    try expectMark("<")
    try expect("CREDENTIALS")
    try expect("REDACTED")
    try expectMark(">")
  }
}
