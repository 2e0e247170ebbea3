import Foundation
import Glibc
import Testing

/// A process that dies with secrets in its hands prints no memory and leaves none behind.
@Suite struct CrashTests {
  static let signals = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGSEGV, SIGFPE]

  private static let manifest =
    "database: prod\nlinks:\n"
    + (0..<60).map { number in
      "  l\(number): { type: GCS, credentials: { access_id: { env: PLAIN }, secret_key: { env: PEM } } }\n"
    }.joined()

  /// Each signal at each of four places of an apply: 24 in all.
  @Test(arguments: signals, [1, 10, 25, 45])
  func `Dies by a signal in the midst of an apply and tells nothing`(
    signal: Int32,
    statements: Int
  ) throws {
    let project = try TestProject(["links.d/a.yaml": Self.manifest])
    let running = try project.linkctl(
      ["apply", "--auto-approve", "--debug"],
      environment: Canaries.environment
    ).start()
    let isUnderWay = isTrueInTime {
      (try? project.links().count).map { $0 >= statements } ?? false
    }
    #expect(isUnderWay)
    running.send(signal)
    let ended = try running.wait()
    #expect(ended.ending == .signal(signal) || ended.ending == .exit(0))
    #expect(Canaries.search.leaks(in: ended) == [])
    #expect(Canaries.search.leaks(below: project.folder) == [])
    #expect(Canaries.search.leaks(below: project.temporaryFolder) == [])
    let names = try FileManager.default.contentsOfDirectory(atPath: project.folder)
    #expect(!names.contains { $0.hasPrefix("core") })
    #expect(
      try project.linkctl(
        ["apply", "--auto-approve"],
        environment: Canaries.environment
      ).run().exit == 0
    )
    #expect(try project.links().count == 60)
  }
}
