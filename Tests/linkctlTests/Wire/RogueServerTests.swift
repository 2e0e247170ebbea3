import Foundation
import LinkCore
import LinkServer
import Synchronization
import Testing

/// Servers that mean harm, or speak no MySQL: each is refused in time, is given nothing of the password,
/// has no file opened, and gets no byte of its own past the eye of whoever reads the message.
@Suite struct RogueServerTests {
  private static let password = "hunter2-hunter2"

  /// The attacks of `Tests/Peer/attacks.py`.
  private static let attacks = [
    "W019: silent", "closes", "garbage", "W012: endless-packet", "empty-packet", "half-head",
    "old-protocol", "short-greeting", "endless-version", "no-greeting", "huge-greeting",
    "error-greeting", "W006: dialog", "W006: clear-password", "W006: old-password",
    "W006: path-plugin", "W009: public-key", "W009: sha256-key", "W007: two-switches", "more-data",
    "login-garbage", "login-file", "file", "file-of-secrets", "W015: columns-16",
    "W015: columns-24",
    "W015: columns-64", "W015: many-columns", "column-garbage", "W016: short-row",
    "long-cell", "cell-past-end", "not-text", "huge-cell", "W019: no-end", "W021: truncated",
    "W019: no-answer", "W025: two-results", "empty-answer", "W022: error-garbage",
    "error-short",
  ]
  private static let securedAttacks = ["W001: no-tls", "plain-after-tls", "garbage-after-tls"]

  private static func name(_ attack: String) -> String {
    attack.split(separator: " ").last.map(String.init) ?? attack
  }

  @Test func `P9: There are enough of them, each with its own script`() throws {
    let script = URL(filePath: Peer.script).deletingLastPathComponent().appending(
      path: "attacks.py"
    )
    let text = try String(contentsOf: script, encoding: .utf8)
    let scripted = text.split(separator: "\n").filter {
      $0.hasPrefix("    \"") && $0.contains("\": ")
    }.compactMap {
      $0.split(separator: "\"").dropFirst().first.map(String.init)
    }
    #expect(Set(scripted) == Set((Self.attacks + Self.securedAttacks).map(Self.name)))
    #expect(scripted.count >= 40)
    print("attacks: \(scripted.count)")
  }

  @Test(arguments: attacks) func `P9: Is refused in time`(attack: String) throws {
    try expectRefused(try #require(try Self.outcomes.get()[attack]), attack)
  }

  @Test(arguments: securedAttacks) func `P9: Without TLS nothing is sent`(attack: String) throws {
    for kind in ["host", "authority"] {
      let outcome = try #require(try Self.outcomes.get()["\(attack) \(kind)"])
      try expectRefused(outcome, attack)
      #expect(!outcome.received.contains("somebody"), "\(attack)")
    }
  }

  private func expectRefused(_ outcome: Outcome, _ attack: String) throws {
    let error = try #require(outcome.error, "\(attack) was not refused")
    #expect(outcome.time < .seconds(8), "\(attack): \(outcome.time)")
    let shown = ServerMessage.shown(error.message, redactor: Redactor())
    let isPlain = shown.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    #expect(isPlain && !shown.contains("hunter2"), "\(attack): \(shown)")
    // Whoever greets is answered; so it is known that what came in is looked at.
    #expect(!outcome.received.contains("hunter2"), "\(attack)")
  }

  // MARK: Attacking

  /// What became of somebody who connected.
  private struct Outcome {
    let error: ServerError?
    let time: Duration
    /// All that the server was sent.
    let received: String
  }

  /// All at once, for they mostly wait.
  private static let outcomes: Result<[String: Outcome], any Error> = Result {
    let system = Authorities.folder("/etc/ssl/certs")
    let names = (attacks + securedAttacks).map(name)
    let project = try TestProject()
    let peer = try Peer(names.flatMap { ["--attack", $0] }, for: project)
    let ports = Dictionary(uniqueKeysWithValues: zip(names, peer.ports))
    let cases: [(key: String, attack: String, ServerSettings.Encryption)] =
      attacks.map { ($0, name($0), .off) }
      + securedAttacks.flatMap { attack in
        [("host", .host(system)), ("authority", .authority(system))].map { kind, encryption in
          ("\(attack) \(kind)", name(attack), encryption)
        }
      }
    let outcomes = Mutex<[String: (attack: String, error: ServerError?, time: Duration)]>([:])
    let group = DispatchGroup()
    for (key, attack, encryption) in cases {
      group.enter()
      Thread.detachNewThread {
        let (error, time) = attacked(on: ports[attack] ?? 0, encryption)
        outcomes.withLock { $0[key] = (attack, error, time) }
        group.leave()
      }
    }
    group.wait()
    return try outcomes.withLock { $0 }.mapValues { attack, error, time in
      let received = try peer.statements { $0.contains("\"attack\": \"\(attack)\"") }.joined()
      return Outcome(error: error, time: time, received: received)
    }
  }

  /// Connects to a server that attacks, and asks it something.
  private static func attacked(
    on port: Int,
    _ encryption: ServerSettings.Encryption
  ) -> (ServerError?, Duration) {
    let settings = ServerSettings(
      ServerAddress(user: "somebody", host: "127.0.0.1", port: port),
      password: Secret(password),
      encryption: encryption,
      limits: .init(connect: 1, read: 1, write: 1)
    )
    let begin = ContinuousClock.now
    do throws(ServerError) {
      _ = try RemoteServer(settings).query("SELECT a")
      return (nil, begin.duration(to: .now))
    } catch {
      return (error, begin.duration(to: .now))
    }
  }

  /// Of the whole program, looked at from outside.
  @Test(arguments: ["file", "file-of-secrets", "login-file"])
  func `P9: No file is opened for a server that asks for one`(attack: String) throws {
    let project = try TestProject.linked()
    let peer = try Peer(["--attack", attack], for: project)
    let trace = "\(project.streamFolder)/trace"
    let ended = try project.linkctl("plan", "--target", peer.target).with { call in
      let words = ["strace", "-f", "-qq", "-e", "trace=open,openat", "-o", trace, call.executable]
      call.executable = "/usr/bin/env"
      call.arguments = (["env"] + words).map { Array($0.utf8) } + call.arguments
    }.run()
    #expect(ended.exit == 1)
    let opened = try String(contentsOfFile: trace, encoding: .utf8)
    #expect(opened.contains("links.d"))
    #expect(!opened.contains("/etc/hostname") && !opened.contains("/environ"))
  }
}
