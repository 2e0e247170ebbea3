/// Looks a server over, and only asks.
///
/// What it is, what it can do and how that is known, what the account may do, how it reads texts.
package struct Checkup {
  private let server: any ReadableServer
  private let databases: [String]
  private let user: String

  /// The databases are those that the environment looks at; the user is named where grants do not
  /// name the account.
  package init(_ server: any ReadableServer, databases: [String], user: String) {
    self.server = server
    self.databases = databases
    self.user = user
  }

  /// Everything, in the order of reading; `now` is this machine's time in seconds since 1970.
  package func checks(at now: Int) throws(ServerError) -> [Check] {
    let version = try server.cell("SELECT @@memsql_version") ?? ""
    var checks = [product(version)]
    checks += try capabilities(version)
    checks += try rights()
    checks += [try texts(), try packet(), try pipelines(), try clock(now)]
    return checks
  }

  private func product(_ version: String) -> Check {
    guard ServerVersion(version) != nil else {
      return Check("version", .warning, "'\(version)' says nothing of what the server can do")
    }
    return Check("version", .fine, version)
  }

  // MARK: Capabilities

  private func capabilities(_ version: String) throws(ServerError) -> [Check] {
    let columns = try CatalogReader(server, product: "").linkColumns()
    let showsConfig = columns.contains("CONFIG")
    let assumed = Capability.assumed(version: version, showsConfig: showsConfig)
    let grammar: [(Capability, String)] = [
      (.orReplace, "CREATE OR REPLACE LINK"), (.ifNotExists, "CREATE LINK IF NOT EXISTS"),
      (.alterLink, "ALTER LINK"),
    ]
    let checks = grammar.map { capability, words in
      assumed.contains(capability)
        ? Check(
          capability.name,
          .fine,
          "\(words), by its version; apply makes sure, without secrets"
        )
        : Check(capability.name, .warning, "no \(words), by its version")
    }
    let column = "the column CONFIG of information_schema.LINKS"
    return checks + [
      showsConfig
        ? Check(Capability.linksConfig.name, .fine, "\(column) was seen")
        : Check(
          Capability.linksConfig.name,
          .warning,
          "\(column) is not there: CONFIG is read by SHOW CREATE LINK, and not of HTTP links"
        )
    ]
  }

  // MARK: The account

  private func rights() throws(ServerError) -> [Check] {
    let grants = try ServerProbe(server).grants()
    let missing = MissingGrants(of: LinkPrivilege.allCases, on: databases, in: grants, user: user)
    let name = "grants"
    if !missing.lacks.isEmpty {
      let lacks = missing.lacks.map { lack in
        "\(lack.privileges.map(\.rawValue).joined(separator: ", ")) on \(lack.database)"
      }
      let detail = "the account was not granted \(lacks.joined(separator: "; "))"
      return [Check(name, .warning, detail, advice: missing.statements)]
    }
    guard missing.doubts.isEmpty else {
      return [Check(name, .unknown, "SHOW GRANTS does not show all that the account may do")]
    }
    let looked = databases.isEmpty ? "no database is looked at" : databases.joined(separator: ", ")
    return [Check(name, .fine, "links may be created, seen and dropped: \(looked)")]
  }

  // MARK: The session

  private func texts() throws(ServerError) -> Check {
    let mode = try server.cell("SELECT @@sql_mode") ?? ""
    do throws(ProbeRefusal) {
      _ = try ServerProbe(server).check()
      return Check("sql_mode", .fine, mode.isEmpty ? "none" : mode)
    } catch {
      return Check(
        "sql_mode",
        .failed,
        "'\(mode)': a backslash does not escape, so that no statement can be quoted safely",
        advice: ["take NO_BACKSLASH_ESCAPES out of the server's sql_mode"]
      )
    }
  }

  private func packet() throws(ServerError) -> Check {
    let name = "max_allowed_packet"
    guard let text = try server.answer("SELECT @@max_allowed_packet")?.firstCell,
      let bytes = Int(text)
    else { return Check(name, .unknown, "the server does not say how long a statement may be") }
    // The longest description and a large CONFIG, with every byte escaped.
    let wanted = 1 << 20
    let detail = "a statement may have \(bytes.grouped) bytes"
    return Check(name, bytes < wanted ? .warning : .fine, detail)
  }

  private func pipelines() throws(ServerError) -> Check {
    let sql: SQLText = "SELECT \(words: ["PIPELINE_NAME"]) FROM information_schema.PIPELINES"
    guard let answer = try server.answer(sql) else {
      return Check("pipelines", .unknown, "the account cannot see which pipelines use a link")
    }
    return Check("pipelines", .fine, "\(answer.rows.count.grouped) can be seen")
  }

  private func clock(_ now: Int) throws(ServerError) -> Check {
    guard let text = try server.answer("SELECT UNIX_TIMESTAMP()")?.firstCell,
      let theirs = Int(text.prefix { $0 != "." })
    else { return Check("clock", .unknown, "the server does not tell its time") }
    let apart = theirs - now
    let detail =
      apart == 0 ? "the same as here" : "\(abs(apart)) s \(apart > 0 ? "ahead of" : "behind") here"
    return Check("clock", abs(apart) > 60 ? .warning : .fine, detail)
  }
}

extension ResultSet {
  fileprivate var firstCell: String? { rows.first?.first ?? nil }
}
