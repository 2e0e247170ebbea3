/// Finds out whom a new connection talks to and what may be sent over it; it only reads.
package struct ServerProbe {
  private let server: any ReadableServer

  package init(_ server: any ReadableServer) {
    self.server = server
  }

  /// Refuses what is no SingleStore server, and a session that reads texts in another way than they
  /// are written.
  package func check() throws(ProbeRefusal) {
    try checkProduct()
    try checkEscapes()
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

  // MARK: Product

  /// MySQL's number for a variable that a server does not know.
  private static let unknownVariable = 1193

  private func checkProduct() throws(ProbeRefusal) {
    do throws(ServerError) {
      if try server.cell("SELECT @@memsql_version")?.isEmpty == false { return }
    } catch {
      guard error.code == Self.unknownVariable else { throw .server(error) }
    }
    let version = try? server.cell("SELECT VERSION()")
    throw .product(version ?? nil)
  }

  // MARK: Escapes

  /// Where a backslash does not escape, a text in a statement would end elsewhere than was meant.
  private func checkEscapes() throws(ProbeRefusal) {
    let answer = try row("SELECT @@sql_mode, LENGTH(\(string: #"\"#))")
    let mode = answer.first.flatMap(\.self) ?? ""
    let length = answer.dropFirst().first.flatMap(\.self)
    let modes = mode.uppercasedASCII.split(separator: ",")
    guard length == "1", !modes.contains("NO_BACKSLASH_ESCAPES") else {
      throw .escapes(mode: mode)
    }
  }

  private func row(_ sql: SQLText) throws(ProbeRefusal) -> [String?] {
    do throws(ServerError) {
      return try server.ask(Question(sql)).rows.first ?? []
    } catch {
      throw .server(error)
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
