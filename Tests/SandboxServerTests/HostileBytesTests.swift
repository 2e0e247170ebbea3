import Testing

@testable import SandboxServer

/// Whatever comes in, the server goes on for everybody else, and ends or answers the one.
@Suite struct HostileBytesTests {
  /// Repeatable numbers.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static func garbage(_ numbers: inout Numbers, upTo count: Int) -> [UInt8] {
    (0..<Int.random(in: 0...count, using: &numbers)).map { _ in
      UInt8.random(in: 0...255, using: &numbers)
    }
  }

  private func expectServes(_ folder: ServedFolder, _ what: String) throws {
    let client = try folder.client()
    client.send(packet(0, [14]))
    #expect(try client.payload().first == 0, "\(what)")
  }

  @Test func `Garbage instead of a login ends the connection`() throws {
    let folder = try ServedFolder()
    for seed in 0..<300 {
      var numbers = Numbers(state: UInt64(seed))
      let client = try WireClient(port: folder.listener.port)
      client.send(Self.garbage(&numbers, upTo: 200))
      client.finish()
      _ = try client.receiveToEnd()
    }
    try expectServes(folder, "garbage")
  }

  @Test func `A login cut or changed at each byte ends or is answered`() throws {
    let folder = try ServedFolder()
    let login = packet(1, WireClient.login(0x00BF_820D))
    for index in login.indices {
      var changed = login
      changed[index] ^= 0xFF
      for input in [Array(login.prefix(index)), changed] {
        let client = try WireClient(port: folder.listener.port)
        client.send(input)
        client.finish()
        _ = try client.receiveToEnd()
      }
    }
    try expectServes(folder, "logins")
  }

  @Test func `Garbage instead of commands is answered or ends the connection`() throws {
    let folder = try ServedFolder()
    for seed in 0..<300 {
      var numbers = Numbers(state: UInt64(seed) << 32)
      let client = try folder.client()
      let isFramed = seed.isMultiple(of: 2)
      let payload = Self.garbage(&numbers, upTo: 200)
      client.send(isFramed ? packet(0, payload) : payload)
      client.finish()
      _ = try client.receiveToEnd()
    }
    try expectServes(folder, "commands")
  }

  @Test func `Statements of changed bytes are refused or run`() throws {
    let folder = try ServedFolder()
    let sql = Array("CREATE OR REPLACE LINK prod.`a` AS S3 CREDENTIALS '{\"k\":\"v\"}'".utf8)
    let client = try folder.client()
    for seed in 0..<300 {
      var numbers = Numbers(state: UInt64(seed))
      var changed = sql
      for _ in 0..<3 {
        changed[Int.random(in: 0..<sql.count, using: &numbers)] = UInt8.random(
          in: 0...255,
          using: &numbers
        )
      }
      client.send(packet(0, bytes(3, changed)))
      #expect([0, 0xFF].contains(try client.payload()[0]))
    }
  }

  /// Lengths that never come true, in every place that has one.
  @Test(
    arguments: [
      [0xFF, 0xFF, 0xFF, 1], [0xFF, 0xFF, 0xFF, 0],
      packet(
        1,
        bytes(0, 0x82, 0x20, 0, zeros(28), "root", 0, 0xFE, [UInt8](repeating: 0xFF, count: 8))
      ),
      packet(1, bytes(0, 0x82, 0x20, 0, zeros(28), "root", 0, 0xFE, zeros(7), 0x80)),
      packet(1, bytes(0, 0x82, 0, 0, zeros(28), "root", 0, 0xFF)),
    ] as [[UInt8]]
  )
  func `W012: Lengths that are too large end the connection`(input: [UInt8]) throws {
    let folder = try ServedFolder()
    let client = try WireClient(port: folder.listener.port)
    client.send(input)
    let end = try client.receiveToEnd()
    #expect(end.suffix(from: 4 + Int(end[0])).count > 4)
    try expectServes(folder, "lengths")
  }

  @Test func `Who does not log in is put out after ten seconds`() throws {
    let folder = try ServedFolder()
    let clients = try [[], [200, 0], packet(1, [1])].map { input in
      let client = try WireClient(port: folder.listener.port)
      client.send(input)
      return client
    }
    let patient = try folder.client()
    for client in clients { _ = try client.receiveToEnd() }
    patient.send(packet(0, [14]))
    #expect(try patient.payload().first == 0)
  }
}
