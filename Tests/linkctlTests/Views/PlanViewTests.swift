import Foundation
import LinkCore
import Testing

@testable import linkctl

/// A plan as text: on terminals, in pipes, in full.
@Suite struct PlanViewTests {
  private static let files = [
    "links.d/a.yaml": """
    database: prod
    defaults: { type: S3, credentials: {} }
    links:
      changed: { config: { suffixes: [a, b], region: us-east-1 } }
      long:
        description: \(String(repeating: "many words ", count: 30))
      long_value: { config: { region: \(String(repeating: "x", count: 300)) } }
      used: { state: absent }
      same: {}

    """,
    "snapshot.json": """
    {"format_version": "1.0", "kind": "linkctl.snapshot", "taken_at": null, "databases": ["prod"],
     "server": {"product": "x", "version": "9.1.0", "capabilities": ["or_replace"]},
     "complete": true, "links": [
       \(["changed", "long", "used", "same"].map { link($0) }.joined(separator: ",\n   ")),
       \((10...29).map { link("unmanaged\($0)", tag: "null") }.joined(separator: ",\n   "))],
     "pipelines": [
       \((1...9).map { pipeline("p\($0)", $0 > 6 ? "Running" : "Stopped", "changed") }.joined(separator: ",")),
       \((1...9).map { pipeline("q\($0)", "Running", "used") }.joined(separator: ","))]}
    """,
  ]

  private static func link(_ name: String, tag: String? = nil) -> String {
    let tag = tag ?? "\"\(SampleTag.content(name))\""
    return
      #"{"database": "prod", "name": "\#(name)", "type": "S3", "description": null, "tag": \#(tag), "config": null}"#
  }

  private static func pipeline(_ name: String, _ state: String, _ link: String) -> String {
    #"{"database": "prod", "name": "\#(name)", "state": "\#(state)", "link": "prod.\#(link)"}"#
  }

  private static let plan = [
    "plan", "--quiet", "--snapshot", "snapshot.json", "--allow-drop", "prod.used",
  ]

  /// What a terminal of 80 columns gets, without what moves its colours.
  private func onTerminal(_ more: [String] = []) throws -> (text: String, raw: String) {
    let project = try TestProject(Self.files)
    let terminal = try PseudoTerminal()
    let call = project.linkctl(Self.plan + more, environment: ["TERM": "xterm"])
      .with { $0.output = .file(terminal.path) }
    #expect(try call.run().exit == 0)
    terminal.readMore()
    let raw = terminal.shown.replacing("\r\n", with: "\n")
    return (raw.replacing(#/\u{1B}\[[0-9]*m/#, with: ""), raw)
  }

  private func piped(_ more: String...) throws -> [Substring] {
    let project = try TestProject(Self.files)
    let ended = try project.linkctl(Self.plan + more).run()
    #expect(ended.exit == 0 && ended.messages.isEmpty)
    return ended.lines()
  }

  @Test func `Ends each field with the place of the layer that set it`() throws {
    let lines = try piped()
    let rows = lines.filter { $0.contains("    config.") || $0.contains("    credentials") }
    #expect(rows.count == 6)
    #expect(rows.allSatisfy { $0.wholeMatch(of: #/.* links\.d/a\.yaml:\d+/#) != nil }, "\(rows)")
    #expect(rows.filter { $0.contains("credentials ") }.allSatisfy { $0.hasSuffix("a.yaml:2") })
  }

  @Test func `Fits a terminal of 80 columns, but for the line that scripts read`() throws {
    let text = try onTerminal().text
    let lines = text.split(separator: "\n")
    #expect(lines.filter { $0.count > 80 }.map { $0.prefix(6) } == ["Plan: "], "\(text)")
    #expect(lines.contains { $0.hasPrefix("  ~ prod.changed ") })
  }

  @Test func `Colours a terminal, and nothing else`() throws {
    let raw = try onTerminal().raw
    #expect(raw.contains("\u{1B}[33m  ~\u{1B}[0m \u{1B}[1mprod.changed\u{1B}[0m"))
    #expect(raw.contains("\u{1B}[32m\"us-east-1\"\u{1B}[0m"))
    #expect(try !onTerminal(["--color", "never"]).raw.contains("\u{1B}"))
    #expect(try piped().allSatisfy { !$0.contains("\u{1B}") })
    #expect(try piped("--color", "always").contains { $0.contains("\u{1B}[2mlinks.d/a.yaml:4") })
  }

  @Test func `Folds long values, and shows them in full where asked`() throws {
    let folded = try piped().joined(separator: "\n")
    #expect(
      folded.contains("… (302 characters)") && !folded.contains(String(repeating: "x", count: 300))
    )
    let full = try piped("--verbose").joined(separator: "\n")
    #expect(full.contains(String(repeating: "x", count: 300)))
    #expect(full.contains(String(repeating: "many words ", count: 29)))
    let wide = try onTerminal(["--verbose"]).text
    #expect(wide.replacing(#/\n */#, with: "").contains(String(repeating: "x", count: 300)))
  }

  @Test func `Lists the unchanged and unmanaged where asked, and counts them else`() throws {
    let folded = try piped()
    #expect(!folded.contains { $0.contains("prod.same ") })
    #expect(
      folded.contains { $0.hasPrefix("Unmanaged") && $0.hasSuffix("prod.unmanaged19 and 10 more") }
    )
    #expect(
      folded.contains(
        "Not compared: 1 link: credentials, for there is no fingerprint key"
          + " (LINKCTL_FINGERPRINT_KEY)."
      )
    )
    let full = try piped("--verbose")
    let same = full.filter { $0.contains("prod.same ") }
    #expect(same.count == 1)
    #expect(
      same[0].hasSuffix(
        "a.yaml:9   unchanged; not compared: credentials, for there is no fingerprint key (LINKCTL_FINGERPRINT_KEY)"
      )
    )
    #expect(full.filter { $0.hasPrefix("  prod.unmanaged") }.count == 20)
    #expect(folded.first { $0.hasPrefix("Plan: ") } == full.first { $0.hasPrefix("Plan: ") })
  }

  @Test func `Lists the pipelines that use a link, those that run first`() throws {
    let lines = try piped()
    let use = try #require(
      lines.firstIndex { $0.contains("used by 9 pipelines (3 running), cursors kept") }
    )
    #expect(
      lines[use + 1] == "        prod.p7 (Running), prod.p8 (Running), prod.p9 (Running),"
        + " prod.p1 (Stopped), prod.p2 (Stopped) and 4 more"
    )
    let blocked = try #require(lines.first { $0.contains("  ! prod.used") })
    #expect(blocked.hasSuffix("is used by prod.q1 (running) and 8 more (in-use)"))
    #expect(
      try piped("--verbose").contains { $0.hasSuffix("prod.p5 (Stopped), prod.p6 (Stopped)") }
    )
  }
}
