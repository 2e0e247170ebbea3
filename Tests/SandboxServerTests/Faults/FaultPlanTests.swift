import LinkCore
import Testing

@testable import SandboxServer

@Suite struct FaultPlanTests {
  private func plan(_ texts: String...) throws -> FaultPlan {
    FaultPlan(try texts.map { try FaultReader.fault(in: $0) })
  }

  private static let create = "CREATE OR REPLACE LINK `prod`.`a` AS S3 CREDENTIALS '{}'"

  @Test func `Matches are counted, and nothing else`() throws {
    let plan = try plan("CREATE* @2 -> cut-after")
    let fired = ["CREATE 1", "DROP 1", "CREATE 2", "CREATE 3"].map { plan.fire(at: $0).cut }
    #expect(fired == [nil, nil, .after, nil])
  }

  @Test func `What happens from one match to another does so between them`() throws {
    let plan = try plan("x @2-3 -> echo")
    #expect((1...4).map { _ in plan.fire(at: "x").refusal != nil } == [false, true, true, false])
  }

  @Test func `Only the first time is news`() throws {
    let plan = try plan("delay 1ms")
    #expect(plan.fire(at: "x").news == ["delay 1ms"])
    #expect(plan.fire(at: "x").news == [])
  }

  @Test func `Several faults come together; the first refusal counts`() throws {
    let plan = try plan(
      "delay 1ms",
      "* -> delay 2ms",
      "x -> error 1205 busy",
      "x -> error 1105",
      "x -> cut-after"
    )
    let fired = plan.fire(at: "x")
    #expect(fired.delay == .milliseconds(3))
    #expect(fired.refusal == ServerError(code: 1205, sqlState: "HY000", message: "busy"))
    #expect(fired.cut == .after)
  }

  @Test func `An echo repeats the statement`() throws {
    #expect(
      try plan("* -> echo").fire(at: "secret é").refusal?.message.contains("secret é") == true
    )
  }

  @Test func `A server that only reads refuses what writes`() throws {
    let plan = try plan("read-only")
    #expect(plan.fire(at: "SELECT 1").refusal == nil)
    #expect(plan.fire(at: Self.create).refusal?.code == 1290)
    #expect(plan.fire(at: "START TRANSACTION").refusal == nil)
    #expect(plan.fire(at: "START PIPELINE `p`.`p`").refusal?.code == 1290)
    #expect(plan.fire(at: "ALTER LINK `p`.`p` SET CONFIG '{}'").refusal?.code == 1290)
  }

  @Test func `Only writes are counted where only they are refused`() throws {
    let plan = try plan("* @2+ -> read-only")
    let codes = ["SELECT 1", Self.create, "SELECT 1", Self.create].map {
      plan.fire(at: $0).refusal?.code
    }
    #expect(codes == [nil, nil, nil, 1290])
  }

  @Test(arguments: [
    (1142, "CREATE LINK command denied to user 'root'@'%'"),
    (1227, "Access denied; you need (at least one of) the CREATE LINK privilege(s) for this"),
  ])
  func `Lost grants show before they are missed`(code: Int, words: String) throws {
    let plan = try plan("* @2+ -> no-grants \(code)")
    #expect(!plan.fire(at: "SHOW GRANTS").conditions.hasNoGrants)
    #expect(plan.fire(at: Self.create).refusal == nil)
    #expect(plan.fire(at: "SHOW GRANTS").conditions.hasNoGrants)
    let refusal = plan.fire(at: Self.create).refusal
    #expect(refusal?.code == code)
    #expect(refusal?.message.hasPrefix(words) == true)
    #expect(refusal?.sqlState == "42000")
  }

  @Test func `A mode is the session's while it lasts`() throws {
    let plan = try plan("*@@sql_mode* @2+ -> sql-mode ANSI_QUOTES")
    let modes = (1...2).map { _ in plan.fire(at: "SELECT @@sql_mode").conditions.sqlMode }
    #expect(modes == [nil, "ANSI_QUOTES"])
  }
}
