/// Finds out whom a new connection talks to and what may be sent over it; it only reads.
package struct ServerProbe {
  private let server: any ReadableServer

  package init(_ server: any ReadableServer) {
    self.server = server
  }

  /// Refuses what is no SingleStore server, and a session that reads texts in another way than they
  /// are written.
  ///
  /// Gives back the server's version. It asks once, for every question takes its time.
  package func check() throws(ProbeRefusal) -> String {
    let answer = try answer()
    guard let version = answer.first ?? nil, !version.isEmpty else { throw product() }
    try checkEscapes(answer.dropFirst())
    return version
  }

  /// What the account was granted; an account that may not see it has hidden grants.
  package func grants() throws(ServerError) -> Grants {
    do throws(ServerError) {
      return Grants(
        rows: try server.ask(Question("SHOW GRANTS")).rows.compactMap { $0.first ?? nil }
      )
    } catch {
      guard error.outcome == .notApplied else { throw error }
      return .hidden
    }
  }

  /// MySQL's number for a variable that a server does not know.
  private static let unknownVariable = 1193

  /// Version, mode, and the length of a backslash; nothing where the server knows no such version.
  private func answer() throws(ProbeRefusal) -> [String?] {
    do throws(ServerError) {
      let sql: SQLText = "SELECT @@memsql_version, @@sql_mode, LENGTH(\(string: #"\"#))"
      return try server.ask(Question(sql)).rows.first ?? []
    } catch {
      guard error.code == Self.unknownVariable else { throw .server(error) }
      return []
    }
  }

  /// What the server calls itself instead.
  private func product() -> ProbeRefusal {
    let version = try? server.cell("SELECT VERSION()")
    return .product(version ?? nil)
  }

  /// Where a backslash does not escape, a text in a statement would end elsewhere than was meant.
  private func checkEscapes(_ answer: ArraySlice<String?>) throws(ProbeRefusal) {
    let mode = answer.first.flatMap(\.self) ?? ""
    let length = answer.dropFirst().first.flatMap(\.self)
    let modes = mode.uppercasedASCII.split(separator: ",")
    guard length == "1", !modes.contains("NO_BACKSLASH_ESCAPES") else {
      throw .escapes(mode: mode)
    }
  }
}

/// Why nothing is sent over a connection that stands.
package enum ProbeRefusal: Error, Hashable, Sendable {
  /// The server calls itself something else, or says nothing of itself.
  case product(String?)
  /// A backslash is no escape in this session's mode.
  case escapes(mode: String)
  case server(ServerError)
}
