import Glibc
import LinkCore
import LinkServer
import Testing

@Suite struct InterruptionTests {
  private let database: MariaDB

  init() throws {
    database = try MariaDB.shared.get()
  }

  private func isRunning(_ connection: String) throws -> Bool {
    let sql = """
      SELECT COUNT(*) FROM information_schema.PROCESSLIST \
      WHERE ID = \(connection) AND INFO LIKE 'SELECT SUM(%'
      """
    return try database.administrator().query(sql).rows == [["1"]]
  }

  /// Long enough to be interrupted, and ended by that.
  private static let long = "SELECT SUM(LENGTH(SHA2(seq, 512))) FROM mysql.seq_1_to_1000000000"

  private func interrupted(by kill: String) throws -> (error: ServerError?, stands: Bool) {
    let statement = StatementUnderWay(Self.long, database.settings())
    let connection = try #require(statement.connection)
    #expect(try isTrueInTime { try isRunning(connection) })
    _ = try database.administrator().query("\(kill) \(connection)")
    guard case .failure(let error)? = statement.wait() else { return (nil, statement.stands) }
    return (error, statement.stands)
  }

  @Test func `What becomes of a statement that was cut short is unknown`() throws {
    let (error, stands) = try interrupted(by: "KILL QUERY")
    #expect(error?.code == 1317)
    #expect(error?.outcome == .unknown)
    #expect(stands)
  }

  @Test func `What becomes of a statement whose connection was cut is unknown`() throws {
    let (error, stands) = try interrupted(by: "KILL CONNECTION")
    #expect(error?.outcome == .unknown)
    #expect(!stands)
  }

  @Test func `A connection that is cut from another thread gives up at once`() throws {
    let connections = OpenConnections()
    let statement = StatementUnderWay(Self.long, database.settings(), among: connections)
    let connection = try #require(statement.connection)
    #expect(try isTrueInTime { try isRunning(connection) })
    let begin = ContinuousClock.now
    connections.cut()
    guard case .failure(let error)? = statement.wait() else {
      Issue.record("it came back")
      return
    }
    #expect(begin.duration(to: .now) < .seconds(2))
    #expect(error.outcome == .unknown && error.code == 2013)
    _ = try? database.administrator().query("KILL CONNECTION \(connection)")
    // By then there is none left to be cut.
    connections.cut()
    #expect(
      try RemoteServer(database.settings(), among: connections).query("SELECT 1").rows == [["1"]]
    )
  }

  @Test func `An answer that does not come in time leaves the outcome unknown`() throws {
    let limits = ServerSettings.TimeLimits(connect: 10, read: 1, write: 1)
    let server = try RemoteServer(database.settings(limits: limits))
    let begin = ContinuousClock.now
    let error = #expect(throws: ServerError.self) { try server.query("SELECT SLEEP(8)") }
    #expect(begin.duration(to: .now) < .seconds(6))
    #expect(error?.code == 2013)
    #expect(error?.outcome == .unknown)
    let next = #expect(throws: ServerError.self) { try server.query("SELECT 1") }
    #expect(next?.outcome == .notApplied)
    #expect(next?.message == "the connection was lost before; nothing was sent")
  }

  @Test func `A connection that was cut between statements does not hang`() throws {
    let server = try RemoteServer(database.settings())
    let id = try #require(try server.query("SELECT CONNECTION_ID()").rows.first?.first ?? nil)
    _ = try database.administrator().query("KILL CONNECTION \(id)")
    usleep(100_000)
    #expect(throws: ServerError.self) { try server.query("SELECT 1") }
    let next = #expect(throws: ServerError.self) { try server.query("SELECT 1") }
    #expect(next?.outcome == .notApplied)
  }
}

@Suite struct StoppedServerTests {
  @Test func `A statement that the server dies under stays unknown, the rest is not sent`() throws {
    let database = try MariaDB()
    let server = try RemoteServer(database.settings())
    let statement = StatementUnderWay("SELECT SLEEP(30)", database.settings())
    let sql = """
      SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE INFO LIKE 'SELECT SLEEP%'
      """
    #expect(try isTrueInTime { try server.query(sql).rows == [["1"]] })
    try database.kill()
    guard case .failure(let error)? = statement.wait() else {
      Issue.record("it came back")
      return
    }
    #expect(error.outcome == .unknown)
    let first = #expect(throws: ServerError.self) { try server.query("SELECT 1") }
    #expect(first?.outcome == .unknown)
    let second = #expect(throws: ServerError.self) { try server.query("SELECT 1") }
    #expect(second?.outcome == .notApplied)
  }
}
