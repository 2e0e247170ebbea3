package import LinkCore

// The statements that write links, and what tests ask about their traces.

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
    try SandboxRules.check(link, in: dialect)
    let sent = try SandboxRules.credentials(link.credentials, ofType: link.type)
    let credentials = SandboxCredentials(sent, digest: digest)
    return try write { () throws(ServerError) in
      let database = try existing(link.name.database)
      if let type = try self.link(link.name.name, in: database)?.type {
        let exists = ServerError.linkExists(link.name.name)
        if link.ifNotExists { return ResultSet(warnings: [exists.message]) }
        guard link.orReplace else { throw exists }
        guard type == link.type else {
          throw .typeChange(of: link.name.name, from: type, to: link.type)
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
      .text(link.name.name),
      .text(link.type),
      SQLiteValue(link.config),
      SQLiteValue(link.description),
      .blob(credentials.salt),
      .blob(credentials.stored)
    )
  }

  /// What a link in use becomes where it is dropped is documented nowhere, so that it is not.
  func dropLink(_ link: SQLStatement.Name) throws(ServerError) -> ResultSet {
    try write { () throws(ServerError) in
      let database = try existing(link.database)
      guard try self.link(link.name, in: database) != nil else { throw .noSuchLink(link.name) }
      if let pipeline = try pipelines(using: link.name, in: database).first {
        throw .linkInUse(link.name, by: pipeline)
      }
      try rows(
        "DELETE FROM links WHERE database = ? AND name = ?",
        .text(database),
        .text(link.name)
      )
      return ResultSet()
    }
  }
}

// MARK: - What is there

extension Sandbox {
  /// A link without its credentials.
  struct StoredLink {
    let name: String
    let type: String
    let config: String?
  }

  func existing(_ database: String?) throws(ServerError) -> String {
    guard let database = database ?? self.database else { throw .noDatabase }
    guard !SandboxCatalog.isSchema(database) else { throw .accessDenied }
    guard try hasDatabase(database) else { throw .unknownDatabase(database) }
    return database
  }

  func databases() throws(ServerError) -> [String] {
    guard try !isEmpty else { return [] }
    return try rows("SELECT name FROM databases ORDER BY name").compactMap { $0.first?.text }
  }

  func hasDatabase(_ name: String) throws(ServerError) -> Bool {
    guard try !isEmpty else { return false }
    return try !rows("SELECT 1 FROM databases WHERE name = ?", .text(name)).isEmpty
  }

  func link(_ name: String, in database: String) throws(ServerError) -> StoredLink? {
    let sql = "SELECT type, config FROM links WHERE database = ? AND name = ?"
    guard let row = try rows(sql, .text(database), .text(name)).first, let type = row[0].text
    else { return nil }
    return StoredLink(name: name, type: type, config: row[1].text)
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
    guard let salt = row?[0].bytes, let stored = row?[1].bytes else { return false }
    var value: JSONValue?
    if !json.isEmpty { value = try SandboxRules.object(json, of: "CREDENTIALS") }
    return SandboxCredentials(value, salt: salt, digest: digest).match(stored)
  }
}
