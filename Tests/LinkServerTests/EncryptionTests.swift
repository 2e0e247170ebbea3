import Foundation
import LinkCore
import LinkServer
import Testing

/// One server whose certificate is changed from test to test, so they go one after the other.
@Suite(.serialized) struct EncryptionTests {
  private static let database = Result {
    let folder = try Certificates.folder.get()
    try Shell.run("cp good.pem shown.pem && cp good.key shown.key && chmod 644 *.key", in: folder)
    return try MariaDB(["--ssl-cert=\(folder)/shown.pem", "--ssl-key=\(folder)/shown.key"])
  }

  private let database: MariaDB
  private let folder: String

  init() throws {
    database = try Self.database.get()
    folder = try Certificates.folder.get()
  }

  /// What the server shows from now on.
  private func show(_ kind: Certificates.Kind) throws {
    let name = kind.rawValue
    try Shell.run("cp \(name).pem shown.pem && cp \(name).key shown.key", in: folder)
    _ = try database.administrator().query("FLUSH SSL")
  }

  private func settings(
    host: String = "127.0.0.1",
    port: Int? = nil,
    _ encryption: (Authorities) -> ServerSettings.Encryption = { .host($0) }
  ) -> ServerSettings {
    ServerSettings(
      ServerAddress(user: "root", host: host, port: port ?? database.port),
      encryption: encryption(.file("\(folder)/ca.pem"))
    )
  }

  private func protocolVersion(_ settings: ServerSettings) throws -> String? {
    try RemoteServer(settings).query("SHOW SESSION STATUS LIKE 'Ssl_version'").rows.first?[1]
  }

  @Test(arguments: ["127.0.0.1", "localhost"])
  func `A good certificate for this host is taken`(host: String) throws {
    try show(.good)
    #expect(try protocolVersion(settings(host: host)) == "TLSv1.3")
  }

  @Test func `An encrypted connection that is cut from another thread gives up at once`() throws {
    try show(.good)
    let connections = OpenConnections()
    let statement = StatementUnderWay("SELECT SLEEP(20)", settings(), among: connections)
    _ = try #require(statement.connection)
    let begin = ContinuousClock.now
    connections.cut()
    guard case .failure(let error)? = statement.wait() else {
      Issue.record("it came back")
      return
    }
    #expect(begin.duration(to: .now) < .seconds(5))
    #expect(error.outcome == .unknown)
  }

  @Test(
    arguments: [
      (.expired, "expired"), (.notYet, "not yet valid"), (.otherHost, "certificate"),
      (.otherAuthority, "certificate"),
    ] as [(Certificates.Kind, String)]
  )
  func `W003: Any other is refused, with the reason`(kind: Certificates.Kind, reason: String) throws
  {
    try show(kind)
    let error = #expect(throws: ServerError.self) { try RemoteServer(settings()) }
    #expect(error?.code == 2026)
    #expect(error?.outcome == .notApplied)
    #expect(error?.message.contains("no verified TLS with 127.0.0.1:\(database.port)") == true)
    #expect(error?.message.contains(reason) == true, "\(error?.message ?? "")")
  }

  @Test func `W027: Who another server answers for is not known by the connection before`() throws {
    try show(.good)
    let first = try RemoteServer(settings())
    try show(.otherAuthority)
    let error = #expect(throws: ServerError.self) { try RemoteServer(settings()) }
    #expect(error?.code == 2026 && error?.outcome == .notApplied)
    #expect(first.cipher != nil)
  }

  @Test func `Without the name verified, another host's certificate is taken`() throws {
    try show(.otherHost)
    #expect(try protocolVersion(settings { .authority($0) }) == "TLSv1.3")
  }

  @Test(arguments: [Certificates.Kind.expired, .otherAuthority])
  func `Without the name verified, the rest still is`(kind: Certificates.Kind) throws {
    try show(kind)
    let error = #expect(throws: ServerError.self) {
      try RemoteServer(settings { .authority($0) })
    }
    #expect(error?.code == 2026)
  }

  @Test func `Without the name verified, a wrong password is refused as ever`() throws {
    try show(.good)
    let error = #expect(throws: ServerError.self) {
      try RemoteServer(
        ServerSettings(
          ServerAddress(user: "root", host: "127.0.0.1", port: database.port),
          password: Secret("hunter2"),
          encryption: .authority(.file("\(folder)/ca.pem"))
        )
      )
    }
    #expect(error?.code == 1045)
  }

  @Test func `The authorities of the machine do not know the test's`() throws {
    try show(.good)
    let ours = try #require(Authorities.ofSystem, "apt-get install ca-certificates")
    let error = #expect(throws: ServerError.self) {
      try RemoteServer(settings { _ in .host(ours) })
    }
    #expect(error?.code == 2026)
  }

  @Test(arguments: [true, false])
  func `W001: A server that offers no TLS is told nothing`(verifiesHost: Bool) throws {
    let plain = try MariaDB.shared.get()
    let error = #expect(throws: ServerError.self) {
      try RemoteServer(
        settings(port: plain.port) { verifiesHost ? .host($0) : .authority($0) }
      )
    }
    #expect(error?.message.contains("TLS") == true, "\(error?.message ?? "")")
    #expect(error?.outcome == .notApplied)
  }

  /// Lets programs speak what no system does any more.
  private static let permissive = """
    openssl_conf = start
    [start]
    ssl_conf = ssl
    [ssl]
    system_default = system
    [system]
    MinProtocol = TLSv1
    CipherString = DEFAULT@SECLEVEL=0
    """

  @Test func `W004: A server of TLS 1.1 is refused`() throws {
    let config = "\(folder)/permissive.cnf"
    try Self.permissive.write(toFile: config, atomically: true, encoding: .utf8)
    let old = try MariaDB(
      [
        "--ssl-cert=\(folder)/good.pem", "--ssl-key=\(folder)/good.key", "--tls-version=TLSv1.1",
      ],
      environment: ["OPENSSL_CONF": config]
    )
    let spoken = try Shell.run(
      "openssl s_client -starttls mysql -connect 127.0.0.1:\(old.port) -tls1_1 </dev/null || true",
      in: folder,
      environment: ["OPENSSL_CONF": config]
    )
    #expect(spoken.contains("Protocol  : TLSv1.1"))
    let error = #expect(throws: ServerError.self) { try RemoteServer(settings(port: old.port)) }
    #expect(error?.code == 2026)
  }
}
