import LinkCore
import Testing

/// Each kind of fault under an apply: what it says, and that the next apply finishes the work without
/// anybody's help.
@Suite struct FaultApplyTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let fault: String
    /// Of the apply under the fault.
    let exit: Int32
    /// Somewhere in its output.
    let words: String
    var testDescription: String { fault }
  }

  private static let b = "CREATE*`prod`.`b`*"

  static let cases: [Case] = [
    Case(
      fault: "\(b) -> error 1205 Lock wait timeout",
      exit: 7,
      words: "error 1205 (HY000): Lock wait timeout"
    ),
    Case(fault: "\(b) -> echo", exit: 7, words: "[2/3] create prod.b: failed: error 1064"),
    Case(fault: "\(b) -> cut-before", exit: 0, words: "Apply: 3 applied"),
    Case(fault: "\(b) -> cut-after", exit: 0, words: "Apply: 3 applied"),
    Case(fault: "\(b) -> cut-reply", exit: 0, words: "Apply: 3 applied"),
    Case(fault: "\(b) -> cut-reply 1", exit: 0, words: "Apply: 3 applied"),
    Case(fault: "delay 20ms", exit: 0, words: "Apply: 3 applied"),
    Case(fault: "\(b) -> read-only", exit: 7, words: "[2/3] create prod.b: failed: error 1290"),
    Case(
      fault: "\(b) -> no-grants",
      exit: 7,
      words: "error 1142 (42000): CREATE LINK command denied"
    ),
    Case(fault: "\(b) -> no-grants 1227", exit: 7, words: "error 1227 (42000)"),
    Case(fault: "*linkctl_probe_* -> cut-before", exit: 1, words: "the connection was lost"),
    Case(fault: "*linkctl_probe_* -> cut-after", exit: 1, words: "the connection was lost"),
    Case(fault: "sql-mode NO_BACKSLASH_ESCAPES", exit: 1, words: "NO_BACKSLASH_ESCAPES"),
    Case(fault: "no-grants", exit: 1, words: "GRANT"),
    Case(fault: "read-only", exit: 1, words: "error 1290"),
    Case(fault: "*@@memsql_version* -> cut-before", exit: 1, words: "the connection was lost"),
    Case(
      fault: "SELECT*information_schema.LINKS* @2 -> cut-reply",
      exit: 1,
      words: "the connection was lost"
    ),
  ]

  @Test(arguments: cases)
  func `The next apply finishes what a fault has left`(each: Case) throws {
    let project = try TestProject.linked()
    var served = try ServedSandbox(project, faults: [each.fault])
    let ended = try project.apply(on: served)
    let output = ended.text + ended.messageText
    #expect(ended.exit == each.exit, "\(output)")
    #expect(output.contains(each.words), "\(output)")
    let told = try served.stop().messageText
    #expect(told.contains(": \(each.fault)\n"), "\(told)")
    served = try ServedSandbox(project)
    #expect(try project.apply(on: served).exit == 0)
    #expect(try project.isConverged(on: served))
    #expect(try project.linkNames() == ["prod.a", "prod.b", "prod.c"])
  }

  /// It has 11 bytes.
  @Test(arguments: 0...11)
  func `W019: A reply cut at any byte is settled by the same apply`(bytes: Int) throws {
    let project = try TestProject.linked()
    let served = try ServedSandbox(
      project,
      faults: ["\(Self.b) -> cut-reply \(bytes)", "\(Self.b) @2+ -> error 1105 sent twice"]
    )
    let ended = try project.apply(on: served)
    #expect(ended.exit == 0, "\(ended.text)\(ended.messageText)")
    #expect(try project.isConverged(on: served))
  }

  @Test func `W028: A failover that is over lets the same server finish`() throws {
    let project = try TestProject.linked()
    let served = try ServedSandbox(project, faults: ["*`prod`* @2-3 -> read-only"])
    let first = try project.apply(on: served)
    #expect(first.exit == 7)
    #expect(first.messageText.contains("the server takes no changes for now"))
    let second = try project.apply(on: served)
    #expect(second.exit == 1, "\(second.text)\(second.messageText)")
    #expect(try project.apply(on: served).exit == 0)
    #expect(try project.isConverged(on: served))
  }

  @Test func `W022: An echo shows no secret`() throws {
    let project = try TestProject.linked(["a"], TestProject.secretLink)
    let served = try ServedSandbox(project, faults: ["*`secret`* -> echo"])
    let ended = try project.apply(on: served)
    #expect(ended.exit == 7)
    #expect(ended.text.contains("create prod.secret: failed: error 1064"))
    for text in [ended.text, ended.messageText, try project.journal] {
      #expect(!text.contains(TestProject.secret))
    }
    #expect(!(try served.stop().messageText).contains(TestProject.secret))
    let again = try ServedSandbox(project)
    #expect(try project.apply(on: again).exit == 0)
  }

  /// Between the plan and the second reading of the catalog.
  @Test func `Another writer in between makes the plan stale, and the next one sees them`() throws {
    let project = try TestProject.linked(["a", "b"])
    let served = try ServedSandbox(
      project,
      faults: [
        "SELECT*information_schema.LINKS* @2 -> writer"
          + " CREATE LINK `prod`.`b` AS S3 CREDENTIALS '{}' CONFIG '{\"region\":\"theirs\"}'"
      ]
    )
    let first = try project.apply(on: served)
    #expect(first.exit == 4, "\(first.text)\(first.messageText)")
    #expect(first.messageText.contains("prod.b"))
    #expect(try project.linkNames() == ["prod.b"])
    let plan = try project.run("plan", "--target", served.target)
    #expect(plan.text.contains("1 not ours"))
    #expect(try project.apply(on: served, "--adopt", "prod.b").exit == 0)
    #expect(try project.isConverged(on: served))
  }

  /// Right before the statement itself, where nobody can look any more.
  @Test func `A link that others made at the last moment is left as it is`() throws {
    let project = try TestProject.linked()
    let served = try ServedSandbox(
      project,
      faults: [
        "CREATE*`prod`.`b`* -> writer CREATE LINK `prod`.`b` AS S3 CREDENTIALS '{}' CONFIG '{\"x\":1}'"
      ]
    )
    let first = try project.apply(on: served)
    #expect([1, 7].contains(first.exit), "\(first.text)\(first.messageText)")
    #expect(try project.links().contains(#"prod.b S3 {"x":1}"#))
    let second = try project.apply(on: served, "--adopt", "prod.b")
    #expect(second.exit == 0, "\(second.text)\(second.messageText)")
    #expect(try project.isConverged(on: served))
  }

  @Test func `Faults of a file come with those of the command line`() throws {
    let project = try TestProject.linked()
    try project.write("# drill\n\(Self.b) -> cut-after\n", to: "drill.faults")
    let served = try ServedSandbox(
      project,
      faults: ["*`prod`.`c`* -> error 1105 not today"],
      ["--faults", "drill.faults"]
    )
    let ended = try project.apply(on: served)
    #expect(ended.exit == 7)
    #expect(ended.text.contains("[2/3] create prod.b: applied"))
    #expect(ended.text.contains("error 1105 (HY000): not today"))
    #expect(try project.apply(on: served).exit == 0)
    #expect(try project.isConverged(on: served))
  }
}
