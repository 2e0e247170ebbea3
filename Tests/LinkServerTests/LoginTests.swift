import LinkCore
import LinkServer
import Testing

@Suite struct LoginTests {
  private let database: MariaDB

  init() throws {
    database = try MariaDB.shared.get()
  }

  /// An account of a test's own.
  private func account(_ name: String, _ authentication: SQLText) throws {
    let sql: SQLText = "CREATE OR REPLACE USER \(string: name)@\(string: "%") \(authentication)"
    _ = try database.administrator().query(sql.rendered)
  }

  private func answer(_ sql: String, _ settings: ServerSettings) throws -> String? {
    try RemoteServer(settings).query(sql).rows.first?.first ?? nil
  }

  @Test func `The right password opens, whatever is in it`() throws {
    try account("right", "IDENTIFIED BY \(string: MariaDB.password)")
    let settings = database.settings("right", password: MariaDB.password)
    #expect(try answer("SELECT CURRENT_USER()", settings) == "right@%")
  }

  @Test(arguments: [nil, "", "wrong", MariaDB.password + " "] as [String?])
  func `Any other is refused, and not repeated`(password: String?) throws {
    try account("other", "IDENTIFIED BY \(string: MariaDB.password)")
    let error = #expect(throws: ServerError.self) {
      try RemoteServer(database.settings("other", password: password))
    }
    #expect(error?.code == 1045)
    #expect(error?.sqlState == "28000")
    #expect(error?.outcome == .notApplied)
    #expect(error?.message.contains("wrong") == false)
  }

  @Test func `An account without a password needs none`() throws {
    try account("open", "")
    #expect(try answer("SELECT 1", database.settings("open")) == "1")
  }

  @Test func `Begins in the database of the address`() throws {
    let settings = database.settings(database: "mysql")
    #expect(try answer("SELECT DATABASE()", settings) == "mysql")
    #expect(try answer("SELECT DATABASE()", database.settings()) == nil)
  }

  @Test func `A database that is not there is refused`() throws {
    let error = #expect(throws: ServerError.self) {
      try RemoteServer(database.settings(database: "nowhere"))
    }
    #expect(error?.code == 1049)
  }

  private static let origin =
    "SELECT HOST FROM information_schema.PROCESSLIST WHERE ID = CONNECTION_ID()"

  @Test func `The name localhost is reached by its port, as any other`() throws {
    let origin = try #require(try answer(Self.origin, database.settings(host: "localhost")))
    #expect(origin.contains(":"))
  }

  @Test func `A socket is reached without a port`() throws {
    let server = try database.administrator()
    #expect(try server.query(Self.origin).rows == [["localhost"]])
  }

  @Test func `Texts of every plane pass both ways`() throws {
    let sql = "SELECT 'é👩‍👩‍👧', CHAR_LENGTH('👩‍👩‍👧'), @@character_set_client"
    let row = try RemoteServer(database.settings()).query(sql).rows
    #expect(row == [["é👩‍👩‍👧", "5", "utf8mb4"]])
  }

  @Test func `W006: A server that wants another proof than is meant gets none, in readable words`()
    throws
  {
    let administrator = try database.administrator()
    _ = try administrator.query("SET GLOBAL secure_auth = 0")
    try account("old", "IDENTIFIED VIA mysql_old_password USING '0123456789abcdef'")
    let error = #expect(throws: ServerError.self) {
      try RemoteServer(database.settings("old", password: "x"))
    }
    #expect(error?.code == 5010)
    #expect(
      error?.message == "the server asks for a way to log in that linkctl does not go; where JWT or"
        + " PAM need the password as it is, set auth: clear"
    )
  }

  @Test func `A clear password is never given without encryption`() {
    let address = ServerAddress(user: "u", host: "127.0.0.1")
    let settings = ServerSettings(address, encryption: .off, allowsClearPassword: true)
    #expect(!settings.allowsClearPassword)
  }

  @Test func `Is known for what it is: no SingleStore server`() throws {
    let refusal = #expect(throws: ProbeRefusal.self) {
      _ = try ServerProbe(RemoteServer(database.settings())).check()
    }
    guard case .product(let version?) = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
    #expect(version.contains("MariaDB"))
  }

  @Test func `Its grants are read as they are`() throws {
    try account("granted", "")
    _ = try database.administrator().query("GRANT SELECT ON mysql.* TO 'granted'@'%'")
    let grants = try ServerProbe(RemoteServer(database.settings("granted"))).grants()
    #expect(grants.account?.sql.rendered == "'granted'@'%'")
    #expect(grants.allows(.create, on: "mysql") == false)
  }
}

@Suite struct UnreachableTests {
  private func settings(
    host: String = "127.0.0.1",
    port: Int,
    socket: String? = nil
  ) -> ServerSettings {
    ServerSettings(
      ServerAddress(user: "u", host: host, port: port, socket: socket),
      password: Secret("hunter2"),
      encryption: .off,
      limits: .init(connect: 1, read: 1, write: 1)
    )
  }

  private func refusal(_ settings: ServerSettings) throws -> ServerError {
    try #require(throws: ServerError.self) { try RemoteServer(settings) }
  }

  @Test func `Nothing listens`() throws {
    let port = try FreePort.find()
    let error = try refusal(settings(port: port))
    #expect(error.code == 2002)
    #expect(error.outcome == .notApplied)
    #expect(error.message.contains("nothing answers at 127.0.0.1:\(port)"))
  }

  @Test func `No such host`() throws {
    let error = try refusal(settings(host: "no-such-host.invalid", port: 3_306))
    #expect(error.code == 2005)
    #expect(error.message == "no host is called no-such-host.invalid")
  }

  @Test func `No such socket`() throws {
    let error = try refusal(settings(port: 3_306, socket: "/tmp/linkctl-no-such-socket"))
    #expect(error.message.contains("nothing answers at socket /tmp/linkctl-no-such-socket"))
  }

  @Test(arguments: [[], [0xFF, 0xFF, 0xFF, 0x00], [0xFF, 0xFF, 0xFF, 0x00, 0x0A]] as [[UInt8]])
  func `W012, W019: A server that never greets, or never to the end, is given up`(
    beginning: [UInt8]
  ) throws {
    let listener = try Listener()
    listener.greet(with: beginning)
    let begin = ContinuousClock.now
    let error = try refusal(settings(port: listener.port))
    #expect(error.outcome == .notApplied)
    #expect(error.message.contains("did not complete the login within 1 s"))
    #expect(begin.duration(to: .now) < .seconds(5))
  }
}
