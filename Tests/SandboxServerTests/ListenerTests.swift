import Glibc
import LinkCore
import Synchronization
import Testing

@testable import SandboxServer

@Suite struct ListenerTests {
  private static let create = "CREATE OR REPLACE LINK prod.a AS S3 CREDENTIALS '{}'"

  @Test func `W018: One byte at a time works`() throws {
    let folder = try ServedFolder()
    let client = try WireClient(port: folder.listener.port)
    _ = try client.payload()
    for byte in packet(1, WireClient.login()) { client.send([byte]) }
    #expect(try client.payload().first == 0)
    for byte in packet(0, bytes(3, Self.create)) { client.send([byte]) }
    #expect(try client.payload().first == 0)
    #expect(try folder.links() == ["a"])
  }

  @Test func `Commands that come at once are answered in order`() throws {
    let folder = try ServedFolder()
    let client = try folder.client()
    let commands = [bytes(14), bytes(3, "nonsense"), bytes(14), bytes(3, "USE prod"), bytes(14)]
    client.send(commands.flatMap { packet(0, $0) })
    #expect(try commands.map { _ in try client.payload()[0] } == [0, 0xFF, 0, 0, 0])
  }

  @Test func `A statement of more than 16 MiB travels both ways`() throws {
    let folder = try ServedFolder()
    let client = try folder.client()
    let text = String(repeating: "x", count: 17 << 20)
    var writer = PacketWriter(sequence: 0)
    writer.append(bytes(3, "SELECT '\(text)' AS t"))
    client.send(writer.bytes)
    // Columns, one definition, an end, the row in two pieces, an end.
    for _ in 0..<3 { _ = try client.payload() }
    let row = try client.payload() + client.payload()
    #expect(row.count == text.utf8.count + 9)
    #expect(row.suffix(10) == Array(text.utf8.suffix(10))[...])
  }

  @Test func `A statement that is too long is refused before it has come`() throws {
    let folder = try ServedFolder()
    let client = try folder.client()
    for sequence in 0..<4 {
      client.send([0xFF, 0xFF, 0xFF, UInt8(sequence)] + zeros(0xFF_FFFF))
    }
    client.send([0xFF, 0xFF, 0xFF, 4])
    let end = try client.receiveToEnd()
    #expect(end.dropFirst(4).prefix(3) == [0xFF, 0x81, 0x04])
  }

  @Test func `A statement is run also where its client has gone`() throws {
    let folder = try ServedFolder(faults: ["CREATE* -> delay 500ms"])
    for _ in 0..<3 { try folder.client().query(Self.create) }
    #expect(try folder.links() == [])
    for _ in 0..<1_000 where try folder.links() == [] { usleep(10_000) }
    #expect(try folder.links() == ["a"])
  }

  /// A file, a socket and a catalog each would soon be too many.
  @Test func `Connections that end leave nothing open`() throws {
    let folder = try ServedFolder()
    for _ in 0..<2_000 {
      let client = try folder.client()
      #expect(try client.run("USE prod").first == 0)
    }
  }

  @Test func `Many connections at once are served, each its own`() throws {
    let folder = try ServedFolder()
    let failures = Mutex<[String]>([])
    let workers = (0..<16).map { number in
      Thread {
        do {
          let client = try folder.client()
          for round in 0..<8 {
            let sql = "CREATE LINK prod.l_\(number)_\(round) AS S3 CREDENTIALS '{}'"
            let answer = try client.run(sql)
            if answer.first != 0 { failures.withLock { $0.append("\(sql): \(answer)") } }
          }
        } catch {
          failures.withLock { $0.append("\(number): \(error)") }
        }
      }
    }
    for worker in workers { worker.join() }
    #expect(failures.withLock { $0 } == [])
    #expect(try folder.links().count == 16 * 8)
  }

  @Test func `Beyond 256 connections nobody is let in until one ends`() throws {
    let folder = try ServedFolder()
    var clients = try (0..<256).map { _ in try folder.client() }
    let refused = try WireClient(port: folder.listener.port)
    #expect(try refused.payload().prefix(3) == [0xFF, 0x10, 0x04])
    clients.removeLast()
    var isIn = false
    for _ in 0..<200 where !isIn {
      isIn = (try? folder.client()) != nil
      usleep(10_000)
    }
    #expect(isIn)
  }

  @Test func `An end waits for the statement under way, and lets nobody in`() throws {
    let folder = try ServedFolder(faults: ["CREATE* -> delay 300ms"])
    let client = try folder.client()
    let idle = try folder.client()
    client.query(Self.create)
    usleep(100_000)
    folder.listener.stop()
    let ending = Thread { folder.listener.serve() }
    #expect(try client.payload().first == 0)
    #expect(throws: WireClient.Over.self) { try client.payload() }
    #expect(throws: WireClient.Over.self) { try idle.payload() }
    ending.join()
    #expect(throws: WireClient.Over.self) { try WireClient(port: folder.listener.port) }
    #expect(try folder.links() == ["a"])
  }

  @Test func `A port that is taken is a problem with its number`() throws {
    let folder = try ServedFolder()
    let settings = SandboxListener.Settings(
      port: folder.listener.port,
      account: Account(password: nil) { $0 }
    )
    let problem = try #require(throws: SandboxListener.ListenProblem.self) {
      try SandboxListener(settings) { () throws(ServerError) in throw .shuttingDown }
    }
    #expect(problem.code == EADDRINUSE)
  }
}

/// A thread of its own, for what waits on another.
struct Thread {
  private final class Body {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) {
      self.run = run
    }
  }

  private var thread = pthread_t()

  init(_ run: @escaping @Sendable () -> Void) {
    pthread_create(
      &thread,
      nil,
      { body in
        if let body { Unmanaged<Body>.fromOpaque(body).takeRetainedValue().run() }
        return nil
      },
      Unmanaged.passRetained(Body(run)).toOpaque()
    )
  }

  func join() {
    pthread_join(thread, nil)
  }
}
