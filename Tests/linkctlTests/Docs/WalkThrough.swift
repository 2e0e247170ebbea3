import Foundation
import LinkCore
import LinkSandbox
import Testing

/// A page of `docs/` whose blocks are carried out: files are written, statements run in the sandbox,
/// and commands print what stands below them.
///
/// A number behind a block's name repeats each of its lines that holds `{n}`, from 1 on.
struct WalkThrough {
  private let project = Result { try TestProject() }
  private var environment: [String: String] = [:]
  /// The sandbox that statements run in.
  let sandbox: String

  init(sandbox: String) {
    self.sandbox = sandbox
  }

  /// The page with what the commands print now.
  mutating func played(_ page: String) throws -> String {
    var lines: [String] = []
    var block: (head: [Substring], lines: [String])?
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("```") else {
        if block == nil { lines.append(String(line)) } else { block?.lines.append(String(line)) }
        continue
      }
      if let open = block {
        lines += try play(open.head, open.lines) + ["```"]
        block = nil
      } else {
        lines.append(String(line))
        block = (line.dropFirst(3).split(separator: " "), [])
      }
    }
    return lines.joined(separator: "\n")
  }

  private mutating func play(_ head: [Substring], _ lines: [String]) throws -> [String] {
    let project = try project.get()
    let count = head.last.flatMap { Int($0) } ?? 1
    switch head.first {
    case "yaml":
      let text = Self.repeated(lines, count).joined(separator: "\n") + "\n"
      let path = try #require(head.dropFirst().first)
      try project.write(text, to: String(path))
    case "sql":
      for statement in Self.repeated(lines, count) {
        _ = try project.sandbox(sandbox).query(statement)
      }
    case "console": return try lines.filter { $0.hasPrefix("$ ") }.flatMap { line in try run(line) }
    default: break
    }
    return lines
  }

  private mutating func run(_ line: String) throws -> [String] {
    let words = Self.words(line.dropFirst(2))
    if words.first == "export" {
      let parts = words[1].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      environment[String(parts[0])] = String(parts[1])
      return [line]
    }
    #expect(words.first == "linkctl")
    let ended = try project.get().linkctl(Array(words.dropFirst()), environment: environment).run()
    let printed = (ended.messageText + ended.text)
      .replacing(#/20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ/#, with: "2026-11-26T06:00:00Z")
      .split(separator: "\n").map(String.init)
    return [line] + printed + (ended.exit == 0 ? [] : ["[exit \(ended.exit ?? -1)]"])
  }

  private static func repeated(_ lines: [String], _ count: Int) -> [String] {
    lines.flatMap { line in
      line.contains("{n}")
        ? (1...count).map { line.replacing("{n}", with: "\($0)") } : [line]
    }
  }

  /// Words of a shell, of which a pair of single quotes may hold anything.
  private static func words(_ line: Substring) -> [String] {
    line.split(separator: " ").map { String($0).replacing("'", with: "") }
  }
}

/// What the documentation shows is what linkctl does.
@Suite struct WalkThroughTests {
  private static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func `docs/walk-through.md`() throws {
    let path = Self.repository.appending(path: "docs/walk-through.md").path
    var walk = WalkThrough(sandbox: "prod.db")
    let page = try String(contentsOfFile: path, encoding: .utf8)
    try Golden.expect(try walk.played(page), at: path, named: "docs/walk-through.md")
  }
}
