import Foundation
import Testing

/// Any command in any format under any two faults shows and keeps no secret.
///
/// Which ones meet is drawn by a seed: 600 runs, or what `LINKCTL_CANARY_RUNS` asks for; 10,000 is a
/// night's.
@Suite struct CanaryMatrixTests {
  static let batches = 20
  static let runs =
    ProcessInfo.processInfo.environment["LINKCTL_CANARY_RUNS"].flatMap(Int.init) ?? 600

  private static let formats = ["text", "json", "markdown", "html", "sql"]
  private static let reports =
    ["json", "md", "html", "sql", "sarif", "junit", "gitlab", "github"]
    .flatMap { ["--report", "\($0)=report.\($0)"] }

  static let commands: [[String]] =
    formats.map { ["plan", "--format", $0] }
    + formats.map { ["show", "saved.plan", "--format", $0] }
    + formats.map { ["drift", "--format", $0] }
    + ["text", "json"].flatMap { format in
      ["apply", "validate", "secrets", "doctor"].map { [$0, "--format", format] }
    }
    + [
      ["plan"] + reports, ["drift"] + reports, ["apply", "--auto-approve"] + reports,
      ["show", "saved.plan"] + reports, ["validate", "--report", "github=-"],
      ["plan", "--out", "out.json"], ["plan", "--out", "/dev/full"], ["plan", "--verbose"],
      ["apply", "--auto-approve"], ["apply", "--auto-approve", "--format", "json"],
      ["apply", "--auto-approve", "--on-error", "continue", "--parallel", "4"],
      ["apply", "saved.plan"], ["snapshot"], ["snapshot", "--out", "out.json"],
      ["doctor", "--probe"], ["lock", "init"], ["lock", "status", "--format", "json"],
      ["import"], ["import", "--dry-run"], ["import", "--format", "json", "--out", "new"],
      ["matrix", "--verbose"], ["matrix", "--format", "markdown"],
      ["fmt", "--check", "--diff"], ["init"], ["schema"],
      ["explain", "secret-in-config"], ["secrets", "keygen", "--format", "json"],
    ]

  @Test func `There are enough of them`() {
    #expect(CanaryFault.all.count >= 60 && Self.runs >= 600 && Canaries.values.count >= 16)
    #expect(SecretForms("canary'\"\\ é/+ ").all.count >= 9)
  }

  @Test(arguments: 0..<batches)
  func `Shows and keeps none`(batch: Int) throws {
    for index in 0..<(Self.runs / Self.batches) {
      var numbers = Numbers(seed: UInt64(batch * Self.runs + index))
      let command = Self.commands[numbers.below(Self.commands.count)]
      let faults = (0..<2).map { _ in CanaryFault.all[numbers.below(CanaryFault.all.count)] }
      let found = try leaks(command, faults, hasSavedPlan: command.contains("saved.plan"))
      #expect(found == [], "\(command) with \(faults.map(\.name))")
    }
  }

  private func leaks(
    _ command: [String],
    _ faults: [CanaryFault],
    hasSavedPlan: Bool
  ) throws -> [String] {
    let project = try TestProject(["links.d/canaries.yaml": Canaries.manifest])
    if hasSavedPlan {
      let plan = ["plan", "--out", "saved.plan"]
      _ = try project.linkctl(plan, environment: Canaries.environment).run()
    }
    for fault in faults.sorted(by: { $0.turn < $1.turn }) { try fault.prepare(project) }
    let ended = try project.linkctl(command + ["--debug"], environment: Canaries.environment)
      .with { invocation in for fault in faults { fault.change(&invocation) } }.run()
    if faults.contains(where: \.plantsSecrets) {
      try FileManager.default.removeItem(atPath: project.path(".linkctl/sandbox.db"))
    }
    let search = Canaries.search
    return search.leaks(in: ended) + search.leaks(below: project.folder)
      + search.leaks(below: project.temporaryFolder)
  }

  /// Numbers that a seed decides.
  private struct Numbers {
    private var state: UInt64

    init(seed: UInt64) { state = seed &+ 1 }

    mutating func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
  }
}
