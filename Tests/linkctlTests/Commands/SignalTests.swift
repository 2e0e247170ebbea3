import Glibc
import LinkCore
import Testing

@testable import LinkSandbox

/// An apply that is asked to stop finishes the statement under way, begins no other, and says so.
@Suite struct SignalTests {
  static let signals: [(signal: Int32, exit: Int32)] = [(SIGINT, 130), (SIGTERM, 143)]

  private static let manifest = """
    database: prod
    defaults: { type: S3, credentials: {} }
    links: { a: {}, b: {}, c: {} }

    """

  private let project: TestProject
  private let sandbox: Sandbox

  init() throws {
    project = try TestProject(["links.d/a.yaml": Self.manifest, "db/x": ""])
    sandbox = try project.sandbox("db/catalog.db")
    _ = try sandbox.query("CREATE DATABASE prod")
    // This test looks whether somebody writes, and does not wait until nobody does.
    try sandbox.rows("PRAGMA busy_timeout = 0")
  }

  private func start(_ more: String...) throws -> RunningProcess {
    let arguments = ["apply", "--auto-approve", "--quiet", "--target", "sandbox:db/catalog.db"]
    return try project.linkctl(arguments + more).start()
  }

  /// Makes a link's creation take long enough to be found under way.
  private func slowDown(_ link: String) throws {
    try sandbox.rows(
      """
      CREATE TRIGGER slow BEFORE INSERT ON links WHEN NEW.name = '\(link)' BEGIN
        SELECT (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6000000)
          SELECT max(i) FROM n);
      END
      """
    )
  }

  /// Whether the statement behind a link's creation has begun: the link is the last one there, and
  /// somebody writes.
  private func isUnderWay(behind link: String) -> Bool {
    guard let links = try? project.links(in: "db/catalog.db"), links.last == "prod.\(link) S3"
    else { return false }
    do {
      try sandbox.rows("BEGIN IMMEDIATE")
      try sandbox.rows("ROLLBACK")
      return false
    } catch {
      return true
    }
  }

  @Test(arguments: signals)
  func `F021: Ends after the statement under way`(signal: Int32, exit: Int32) throws {
    try slowDown("b")
    let running = try start()
    #expect(isTrueInTime { isUnderWay(behind: "a") })
    running.send(signal)
    let ended = try running.wait()
    #expect(ended.ending == .exit(exit))
    #expect(
      ended.text.hasSuffix(
        """
        [1/3] create prod.a: applied
        [2/3] create prod.b: applied
        [3/3] create prod.c: not attempted
        Apply: 2 applied, 0 already, 0 failed, 0 unknown, 1 not attempted.

        """
      )
    )
    #expect(try project.links(in: "db/catalog.db") == ["prod.a S3", "prod.b S3"])
    try sandbox.rows("DROP TRIGGER slow")
    #expect(try start().wait().exit == 0)
    #expect(try project.links(in: "db/catalog.db").count == 3)
  }

  @Test(arguments: signals)
  func `Reports an interrupted run as JSON`(signal: Int32, exit: Int32) throws {
    try slowDown("b")
    let running = try start("--format", "json")
    #expect(isTrueInTime { isUnderWay(behind: "a") })
    running.send(signal)
    let ended = try running.wait()
    #expect(ended.ending == .exit(exit))
    let document = try JSONValue(reading: ended.output)
    #expect(document["exit"]?.canonical == "\(exit)")
    #expect(document["error"]?["code"]?.text == (signal == SIGINT ? "interrupted" : "terminated"))
    let statuses = document["statements"]?.items?.map { $0["status"]?.text }
    #expect(statuses == ["applied", "applied", "not_attempted"])
  }

  /// The lock is held by this test, so that the program cannot begin its first statement; it may
  /// wait for the lock by then, or not have tried yet.
  @Test(arguments: signals)
  func `Begins nothing where the signal comes first`(signal: Int32, exit: Int32) throws {
    try sandbox.rows("BEGIN IMMEDIATE")
    let running = try start()
    #expect(isTrueInTime { running.outputSoFar.contains("Plan: 3 to create") })
    running.send(signal)
    try sandbox.rows("ROLLBACK")
    let ended = try running.wait()
    #expect(ended.ending == .exit(exit))
    #expect(!ended.text.contains(": applied"))
    // A loaded machine may be late to let go of the file.
    #expect(isTrueInTime { (try? project.links(in: "db/catalog.db")) == [] })
  }

  /// What was committed stays, what was under way is undone, and the next run converges.
  @Test(arguments: [SIGINT, SIGTERM])
  func `F022: Ends at once at the second signal`(second: Int32) throws {
    try slowDown("b")
    let running = try start()
    #expect(isTrueInTime { isUnderWay(behind: "a") })
    running.send(SIGINT)
    // Two of a kind that are not yet delivered are one.
    let hasEnded = isTrueInTime {
      usleep(10_000)
      running.send(second)
      return !running.isRunning
    }
    #expect(hasEnded)
    #expect(try running.wait().ending == .signal(second))
    try sandbox.rows("PRAGMA busy_timeout = 10000")
    try sandbox.rows("DROP TRIGGER slow")
    #expect(try project.links(in: "db/catalog.db") == ["prod.a S3"])
    #expect(try start().wait().exit == 0)
    #expect(try project.links(in: "db/catalog.db").count == 3)
  }
}
