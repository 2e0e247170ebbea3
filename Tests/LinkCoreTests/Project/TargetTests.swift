import LinkCore
import Testing

@Suite struct TargetTests {
  private static let plain = ServerAddress(user: "u", host: "h")

  @Test(
    arguments: [
      ("sandbox:.linkctl/dev.db", Target.sandbox(path: ".linkctl/dev.db", .newest)),
      ("sandbox:/a b", .sandbox(path: "/a b", .newest)),
      ("singlestore://u@h", .server(plain)), ("singlestore://u@h:3306", .server(plain)),
      ("singlestore://u@h/", .server(plain)),
      (
        "singlestore://u@h:13306/d",
        .server(.init(user: "u", host: "h", port: 13_306, database: "d"))
      ),
      (
        "singlestore://links%40ci.example@svc-1.ex.com",
        .server(.init(user: "links@ci.example", host: "svc-1.ex.com"))
      ),
      ("singlestore://*@h", .server(.init(user: "*", host: "h"))),
      (
        "singlestore://u@h/d%20b%C3%A9",
        .server(.init(user: "u", host: "h", database: "d b\u{E9}"))
      ),
      (
        "singlestore://u@[::1]:3307/d",
        .server(.init(user: "u", host: "::1", port: 3_307, database: "d"))
      ),
      ("singlestore://u@[fe80::1%eth0]", .server(.init(user: "u", host: "fe80::1%eth0"))),
      (
        "singlestore://u@h:3306/d?socket=/x:y@z",
        .server(.init(user: "u", host: "h", database: "d", socket: "/x:y@z"))
      ),
      (
        "singlestore://u@?socket=/run/s%20s",
        .server(.init(user: "u", host: "", socket: "/run/s s"))
      ),
      (
        "singlestore://u@/d?socket=/s",
        .server(.init(user: "u", host: "", database: "d", socket: "/s"))
      ),
    ]
  )
  func `Reads a target`(text: String, target: Target) throws {
    #expect(try Target(reading: text) == target)
    #expect(Target.problem(of: text) == nil)
  }

  @Test(
    arguments: [
      ("", "expected sandbox:PATH or singlestore://"), ("sandbox:", "needs a path"),
      ("sandbox", "expected sandbox:PATH"), ("mysql://h", "expected sandbox:PATH"),
      ("SANDBOX:x", "expected sandbox:PATH"), ("singlestore:/h", "expected sandbox:PATH"),
      ("singlestore://u:hunter2@h", "password"), ("singlestore://u:hunter2@h/d", "password"),
      ("singlestore://:hunter2@h", "password"), ("singlestore://u%3Ahunter2@h", "password"),
      ("singlestore://u@h?password=hunter2", "password"),
      ("singlestore://h", "a user is missing"), ("singlestore://@h", "a user is missing"),
      ("singlestore://u@", "a host is missing"), ("singlestore://u@:3306", "a host is missing"),
      ("singlestore://u@h:", "port"), ("singlestore://u@h:0", "port"),
      ("singlestore://u@h:65536", "port"), ("singlestore://u@h:+1", "port"),
      ("singlestore://u@h:x", "port"), ("singlestore://u@h:\u{661}", "port"),
      ("singlestore://a@hunter2.com@h", "%40"), ("singlestore://u@h ost", "character"),
      ("singlestore://u@::1", "port"), ("singlestore://u@[::1", "brackets"),
      ("singlestore://u@[h]", "brackets"), ("singlestore://u@[::1]x", "brackets"),
      ("singlestore://u@h/a/b", "only the name of a database"),
      ("singlestore://u@h/a%2", "two hexadecimal digits"),
      ("singlestore://u@h/a%zz", "two hexadecimal digits"),
      ("singlestore://u%FF@h", "no visible text"), ("singlestore://u%0A@h", "no visible text"),
      ("singlestore://u@h/%20d", "the database"),
      ("singlestore://u@h?ssl=off", "only ?socket=PATH"),
      ("singlestore://u@h?socket=/s&x=y", "only ?socket=PATH"),
      ("singlestore://u@h?socket=s", "absolute path"),
      ("singlestore://u@h?socket=/" + String(repeating: "s", count: 107), "absolute path"),
    ]
  )
  func `Says what is wrong with one and repeats no password`(text: String, part: String) {
    let problem = Target.problem(of: text)
    #expect(problem?.contains(part) == true)
    #expect(problem?.contains("hunter2") == false)
  }

  @Test(
    arguments: [
      ("singlestore://ci@svc.example.com:3306", "singlestore://svc.example.com"),
      ("singlestore://ci@[::1]:3307/d", "singlestore://[::1]:3307/d"),
      ("singlestore://ci@?socket=/run/s", "singlestore://?socket=/run/s"),
    ]
  )
  func `Is named without its user`(text: String, name: String) throws {
    guard case .server(let address) = try Target(reading: text) else {
      Issue.record("no server")
      return
    }
    #expect(address.description == name)
  }
}

@Suite struct TransportSecurityTests {
  typealias Verification = TransportSecurity.Verification

  static let remote = ServerAddress(user: "u", host: "svc.example.com")
  static let loopback = ServerAddress(user: "u", host: "127.0.0.2")
  static let socket = ServerAddress(user: "u", host: "", socket: "/s")

  @Test(
    arguments: [
      "localhost", "LOCALHOST", "127.0.0.1", "127.255.0.1", "::1",
    ]
  )
  func `A loopback address is local`(host: String) {
    #expect(ServerAddress(user: "u", host: host).isLocal)
  }

  @Test(
    arguments: [
      "localhost.example.com", "127.0.0.1.example.com", "127.0.0", "128.0.0.1", "10.0.0.1", "::2",
      "127.0.0.256", "127.0.0.x",
    ]
  )
  func `Any other address is not`(host: String) {
    #expect(!ServerAddress(user: "u", host: host).isLocal)
  }

  @Test(
    arguments: [
      (nil, nil, remote, Verification.full), (nil, "ca.pem", remote, .full),
      (.ca, nil, remote, .ca), (.full, nil, remote, .full),
      (nil, nil, loopback, .off), (nil, "ca.pem", loopback, .full), (.off, nil, loopback, .off),
      (.off, "ca.pem", loopback, .off), (.full, nil, loopback, .full), (.ca, nil, loopback, .ca),
      (nil, nil, socket, .off), (nil, "ca.pem", socket, .off), (.off, nil, socket, .off),
    ] as [(Verification?, String?, ServerAddress, Verification)]
  )
  func `Verifies everything off the machine, and what is asked for on it`(
    asked: Verification?,
    authorities: String?,
    address: ServerAddress,
    chosen: Verification
  ) throws {
    let security = TransportSecurity(authorities: authorities, verification: asked)
    #expect(try security.verification(of: address, for: .hashed) == chosen)
  }

  @Test(
    arguments: [
      (.off, remote, .hashed, TransportProblem.offTheMachine),
      (.off, remote, .clear, .offTheMachine), (.full, socket, .hashed, .onSocket),
      (.ca, socket, .hashed, .onSocket), (nil, loopback, .clear, .clearWithout),
      (nil, socket, .clear, .clearWithout), (.off, loopback, .clear, .clearWithout),
    ] as [(Verification?, ServerAddress, Authentication, TransportProblem)]
  )
  func `Refuses what would give a connection away`(
    asked: Verification?,
    address: ServerAddress,
    authentication: Authentication,
    problem: TransportProblem
  ) {
    let security = TransportSecurity(verification: asked)
    #expect(throws: problem) { try security.verification(of: address, for: authentication) }
  }
}
