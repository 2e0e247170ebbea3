package import LinkCore

// The statements that write, and what tests ask about their traces.

extension Sandbox {
  func createDatabase(_ name: String, ifNotExists: Bool) throws(ServerError) -> ResultSet {
    try SandboxRules.checkName(name)
    return try write { () throws(ServerError) in
      let isThere = try hasDatabase(name)
      if isThere || SandboxCatalog.isSchema(name) {
        let refusal = ServerError.databaseExists(name)
        guard ifNotExists else { throw refusal }
        return ResultSet(warnings: [refusal.message])
      }
      try rows("INSERT INTO databases (name) VALUES (?)", .text(name))
      return ResultSet()
    }
  }

  func createLink(_ link: SQLStatement.CreateLink) throws(ServerError) -> ResultSet {
    try SandboxRules.check(link)
    let credentials = SandboxCredentials(try SandboxRules.credentials(of: link), digest: digest)
    return try write { () throws(ServerError) in
      let database = try existing(link.database)
      if let type = try typeOfLink(link.name, in: database) {
        if link.ifNotExists {
          return ResultSet(warnings: [ServerError.linkExists(link.name).message])
        }
        guard link.orReplace else { throw .linkExists(link.name) }
        guard type == link.type else {
          throw .typeChange(of: link.name, from: type, to: link.type)
        }
      }
      try store(link, in: database, credentials)
      return ResultSet()
    }
  }

  /// Replaces all there was of the link: a clause that is left out is no longer set.
  private func store(
    _ link: SQLStatement.CreateLink,
    in database: String,
    _ credentials: SandboxCredentials
  ) throws(ServerError) {
    try rows(
      """
      INSERT OR REPLACE INTO links (database, name, type, config, description, salt, credentials)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      .text(database),
      .text(link.name),
      .text(link.type),
      SQLiteValue(link.config),
      SQLiteValue(link.description),
      .blob(credentials.salt),
      .blob(credentials.digests)
    )
  }

  func dropLink(_ name: String, in database: String?) throws(ServerError) -> ResultSet {
    try write { () throws(ServerError) in
      let database = try existing(database)
      guard try typeOfLink(name, in: database) != nil else { throw .noSuchLink(name) }
      try rows(
        "DELETE FROM links WHERE database = ? AND name = ?",
        .text(database),
        .text(name)
      )
      return ResultSet()
    }
  }

  private func existing(_ database: String?) throws(ServerError) -> String {
    guard let database else { throw .noDatabase }
    guard !SandboxCatalog.isSchema(database) else { throw .accessDenied }
    guard try hasDatabase(database) else { throw .unknownDatabase(database) }
    return database
  }

  private func hasDatabase(_ name: String) throws(ServerError) -> Bool {
    try !rows("SELECT 1 FROM databases WHERE name = ?", .text(name)).isEmpty
  }

  private func typeOfLink(_ name: String, in database: String) throws(ServerError) -> String? {
    let sql = "SELECT type FROM links WHERE database = ? AND name = ?"
    return try rows(sql, .text(database), .text(name)).first?.first?.text
  }
}

extension Sandbox {
  /// Whether a link was last sent just these CREDENTIALS, in whatever order of keys; `''` is none.
  ///
  /// For tests: it tells whether a secret arrived unharmed.
  package func credentialsMatch(
    _ json: String,
    database: String,
    name: String
  ) throws(ServerError) -> Bool {
    guard try !isEmpty else { return false }
    let sql = "SELECT salt, credentials FROM links WHERE database = ? AND name = ?"
    let row = try rows(sql, .text(database), .text(name)).first
    guard let salt = row?[0].bytes, let digests = row?[1].bytes else { return false }
    var value: JSONValue?
    if !json.isEmpty { value = try SandboxRules.object(json, of: "CREDENTIALS") }
    return SandboxCredentials(value, salt: salt, digest: digest).digests == digests
  }
}
