internal import LinkCore

// ALTER LINK: what it does not name stays, type and description among it.

extension Sandbox {
  func alterLink(_ alteration: SQLStatement.AlterLink) throws(ServerError) -> ResultSet {
    try write { () throws(ServerError) in
      let database = try existing(alteration.name.database)
      guard let link = try link(alteration.name.name, in: database) else {
        throw .noSuchLink(alteration.name.name)
      }
      if let setting = alteration.config { try setConfig(of: link, in: database, to: setting) }
      if let setting = alteration.credentials {
        try setCredentials(of: link, in: database, to: setting)
      }
      return ResultSet()
    }
  }

  /// An empty object clears the clause.
  private func setConfig(
    of link: StoredLink,
    in database: String,
    to setting: SQLStatement.Setting<String>
  ) throws(ServerError) {
    let config: String
    switch setting {
    case .whole(let text):
      config = try SandboxRules.object(text, of: "CONFIG").members?.isEmpty == true ? "" : text
    case .key(let key, let text):
      let object = try SandboxRules.object(link.config ?? "{}", of: "CONFIG")
      config = object.setting(key, to: text).canonical
    }
    try rows(
      "UPDATE links SET config = ? WHERE database = ? AND name = ?",
      config.isEmpty ? .null : .text(config),
      .text(database),
      .text(link.name)
    )
  }

  private func setCredentials(
    of link: StoredLink,
    in database: String,
    to setting: SQLStatement.Setting<Secret>
  ) throws(ServerError) {
    let credentials: SandboxCredentials
    switch setting {
    case .whole(let secret):
      let sent = try SandboxRules.credentials(secret, ofType: link.type)
      credentials = SandboxCredentials(sent, digest: digest)
    case .key(let key, let secret):
      let known = try self.credentials(of: link, in: database)
      credentials = secret.reveal { known.setting(key, to: $0) }
    }
    try rows(
      "UPDATE links SET salt = ?, credentials = ? WHERE database = ? AND name = ?",
      .blob(credentials.salt),
      .blob(credentials.stored),
      .text(database),
      .text(link.name)
    )
  }

  private func credentials(
    of link: StoredLink,
    in database: String
  ) throws(ServerError) -> SandboxCredentials {
    let sql = "SELECT salt, credentials FROM links WHERE database = ? AND name = ?"
    let row = try rows(sql, .text(database), .text(link.name)).first
    guard let salt = row?[0].bytes, let stored = row?[1].bytes,
      let credentials = SandboxCredentials(stored: stored, salt: salt, digest: digest)
    else { throw .keysNotKept(link.name) }
    return credentials
  }
}

extension JSONValue {
  /// An object with one key set to a text, in its place where it is there already.
  fileprivate func setting(_ key: String, to text: String) -> JSONValue {
    let member = Member(key, .string(text))
    let isThere = members?.contains { $0.key.isIdentical(to: key) } ?? false
    let changed = (members ?? []).map { $0.key.isIdentical(to: key) ? member : $0 }
    return .object(isThere ? changed : changed + [member])
  }
}
