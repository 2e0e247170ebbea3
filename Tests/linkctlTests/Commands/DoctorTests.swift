import Foundation
import LinkCore
import LinkSandbox
import Testing

@testable import linkctl

/// What doctor says of a server, and what its probe leaves there.
@Suite struct DoctorTests {
  private let project: TestProject

  init() throws {
    project = try TestProject([
      "links.d/a.yaml": "database: d\nlinks: { a: { type: S3, credentials: {} } }\n"
    ])
    #expect(try project.run("apply", "--auto-approve").exit == 0)
  }

  /// Every check's verdict by its name.
  private func verdicts(_ arguments: String...) throws -> [String: String] {
    let ended = try project.linkctl(["doctor", "--format", "json"] + arguments).run()
    let document = try JSONValue(reading: ended.output)
    #expect(document["kind"]?.text == "linkctl.doctor")
    let checks = (document["checks"]?.items ?? []).map { check in
      (check["name"]?.text ?? "", check["verdict"]?.text ?? "")
    }
    return Dictionary(uniqueKeysWithValues: checks)
  }

  @Test func `Looks a server over and changes nothing`() throws {
    let before = try Data(contentsOf: URL(filePath: project.path(".linkctl/sandbox.db")))
    let verdicts = try verdicts()
    for name in ["version", "or_replace", "if_not_exists", "alter_link", "links_config", "grants"] {
      #expect(verdicts[name] == "fine", "\(name)")
    }
    #expect(verdicts["fingerprint key"] == "warning" && verdicts["clock"] == "unknown")
    #expect(try Data(contentsOf: URL(filePath: project.path(".linkctl/sandbox.db"))) == before)
  }

  @Test func `The probe makes a link, reads it back and drops it`() throws {
    let verdicts = try verdicts("--probe")
    let probes = verdicts.filter { $0.key.hasPrefix("probe: ") }
    #expect(probes.count == 7 && probes.values.allSatisfy { $0 == "fine" }, "\(probes)")
    #expect(try project.links() == ["d.a S3"])
  }

  @Test(arguments: [("8.5", "warning"), ("9.0", "warning"), ("9.1", "fine")])
  func `Says what a version lacks, and the probe goes without it`(
    dialect: String,
    verdict: String
  ) throws {
    let target = "sandbox:other.db?dialect=\(dialect)"
    let verdicts = try verdicts("--probe", "--target", target)
    for name in ["alter_link", "or_replace", "if_not_exists"] {
      #expect(verdicts[name] == verdict, "\(name)")
    }
    #expect(verdicts["probe: create if missing"] == verdict)
    #expect(verdicts["probe: drop"] == "fine")
    #expect(!verdicts.values.contains("failed"))
  }

  @Test(
    arguments: [
      ("rowstore", "/prod", "fine", 0), ("columnstore", "/prod", "failed", 1),
      ("", "/prod", "warning", 0), ("rowstore", "", "warning", 0),
    ]
  )
  func `Says whether applies can take turns, and takes no lock for that`(
    form: String,
    database: String,
    verdict: String,
    exit: Int
  ) throws {
    let project = try TestProject.linked()
    let peer = try Peer("--lock-table", form, for: project)
    let ended = try project.run(
      "doctor",
      "--format",
      "json",
      "--target",
      peer.target + database
    )
    let checks = try JSONValue(reading: ended.output)["checks"]?.items ?? []
    let lock = checks.first { $0["name"]?.text == "lock" }
    #expect(lock?["verdict"]?.text == verdict, "\(ended.text)\(ended.messageText)")
    #expect(ended.exit.map(Int.init) == exit)
    #expect(try !peer.statements.contains { $0.contains("UPDATE") || $0.contains("BEGIN") })
  }

  @Test func `Folds its lines on a narrow terminal, and nowhere else`() throws {
    let wide = try project.run("doctor").text
    #expect(wide.split(separator: "\n").contains { $0.count > 80 })
    let checks = [Check("name", .warning, "some words that do not fit", advice: ["do that"])]
    let view = DoctorView(
      examination: Examination(environment: "e", target: "t", checks: checks),
      shown: { $0 }
    )
    let lines = view.text(style: .plain, width: 49).split(separator: "\n")
    #expect(lines[1] == "  warning   name   some words that do not fit")
    let narrow = view.text(style: .plain, width: 1).split(separator: "\n")
    #expect(narrow[1].hasPrefix("  warning   name   some words"))
    #expect(narrow.dropFirst(1).dropLast().allSatisfy { $0.count <= 49 })
    #expect(lines[2] == "                   do that")
  }

  @Test func `Takes no snapshot, and ends with 1 where nothing answers`() throws {
    #expect(try project.run("doctor", "--snapshot", "x.json").exit == 64)
    let ended = try project.run("doctor", "--target", "singlestore://a@127.0.0.1:1", "--quiet")
    #expect(ended.exit == 6 || ended.exit == 1)
  }
}
