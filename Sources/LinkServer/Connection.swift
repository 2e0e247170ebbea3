internal import CMariaDB
internal import LinkCore

/// A connection that stands; closes when its owner lets go of it.
struct Connection: ~Copyable {
  private let handle: UnsafeMutablePointer<MYSQL>
  private let socket: Int32
  private let others: OpenConnections

  init(_ settings: ServerSettings, among others: OpenConnections) throws(ServerError) {
    guard ClientLibrary.isReady, let handle = mysql_init(nil) else {
      throw .ours("the MySQL client library cannot be set up")
    }
    // The handle must not be a property before it is connected: what throws is torn down.
    do throws(ServerError) {
      guard ConnectionOptions(handle).set(settings) else {
        throw .ours("the MySQL client library does not take a setting that linkctl relies on")
      }
      try Self.connect(handle, settings)
    } catch {
      mysql_close(handle)
      throw error
    }
    self.handle = handle
    socket = mysql_get_socket(handle)
    self.others = others
    others.add(socket)
  }

  deinit {
    others.remove(socket)
    mysql_close(handle)
  }

  private static func connect(
    _ handle: UnsafeMutablePointer<MYSQL>,
    _ settings: ServerSettings
  ) throws(ServerError) {
    if case .authority = settings.encryption {
      try GreetingGate.connect(handle, settings)
    } else if !Login(settings).connect(handle) {
      throw .connecting(handle, settings)
    }
  }
}

extension Connection {
  /// What it is encrypted with; `nil` where it is not.
  var cipher: String? { mysql_get_ssl_cipher(handle).map { String(cString: $0) } }
}

// MARK: - Statements

extension Connection {
  /// Whether the library has given the connection up.
  var isLost: Bool { mysql_get_socket(handle) == -1 }

  /// Sends one statement and takes its one result; warnings are only counted.
  borrowing func run(_ sql: String) throws(ServerError) -> (result: ResultSet, warnings: Int) {
    var sql = sql
    let code = sql.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { text in
        mysql_real_query(handle, text.baseAddress, UInt(text.count))
      }
    }
    guard code == 0 else { throw ServerError(handle) }
    let result = try result()
    guard mysql_more_results(handle) == 0 else {
      throw .ours("the server gave more than one result for a statement", outcome: .unknown)
    }
    return (result, Int(mysql_warning_count(handle)))
  }

  /// Cuts the connection, so that nothing more is read of an answer that goes on.
  borrowing func cut() {
    mariadb_cancel(handle)
  }

  private borrowing func result() throws(ServerError) -> ResultSet {
    guard mysql_field_count(handle) > 0 else { return ResultSet() }
    guard let answer = mysql_use_result(handle) else { throw ServerError(handle) }
    // Takes in what was left unread, which ends at once where the connection was cut.
    defer { mysql_free_result(answer) }
    let result: ResultSet
    do throws(ServerError) {
      var reader = try ResultReader(answer)
      while let row = mysql_fetch_row(answer) { try reader.take(row) }
      result = reader.result
    } catch {
      cut()
      throw error
    }
    guard mysql_errno(handle) == 0 else { throw ServerError(handle) }
    return result
  }
}
