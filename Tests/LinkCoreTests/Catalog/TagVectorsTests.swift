import Foundation
import LinkCore
import Testing

/// What `docs/tag.md` says of tags is so, for programs that others write too.
@Suite struct TagVectorsTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let table = root.appending(path: "docs/tag-vectors.json")
  private static let page = root.appending(path: "docs/tag.md")

  private static func vectors() throws -> [JSONValue] {
    let value = try JSONValue(reading: Array(Data(contentsOf: table)))
    return try #require(value["vectors"]?.items)
  }

  private static func document(_ vectors: [JSONValue]) -> String {
    JSONValue.object([.init("vectors", .array(vectors))]).document
  }

  @Test func `The table holds the tags that are made`() throws {
    let made = try Self.vectors().map { try TagVector($0).completed() }
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(Self.document(made).utf8).write(to: Self.table)
      Issue.record("recorded docs/tag-vectors.json; run again without RECORD")
    }
    #expect(try Self.document(made) == String(contentsOf: Self.table, encoding: .utf8))
    #expect(made.count >= 20)
  }

  @Test func `What should be told apart is, and only that`() throws {
    let tags = try Self.vectors().map { try TagVector($0).tag() }
    // Two pairs of vectors mean the same.
    #expect(Set(tags).count == tags.count - 2)
    for tag in tags { #expect(Tag(tag.description) == tag) }
  }

  @Test func `The page's example is one of the table`() throws {
    let page = try String(contentsOf: Self.page, encoding: .utf8)
    let tag = try TagVector(try #require(Self.vectors().first { $0["rotation"]?.text != nil }))
      .tag()
    #expect(
      page.contains("    " + TaggedDescription("Products ordered in December", tag: tag).joined)
    )
  }

  @Test func `The page's script agrees with the table`() throws {
    let outcome = try run(Self.vectors())
    #expect(outcome.output == "\(try Self.vectors().count) tags, 0 wrong\n")
    #expect(outcome.exit == 0)
  }

  @Test func `The page's script agrees about tags of random texts`() throws {
    let vectors = try (0..<500).map { try TagVector(seed: $0).completed() }
    #expect(try run(vectors).output == "500 tags, 0 wrong\n")
  }

  @Test func `The page's script finds a wrong tag`() throws {
    let vectors = try Self.vectors().prefix(2).map { vector in
      JSONValue.object(
        (vector.members ?? []).map { $0.key == "environment" ? .init($0.key, "other") : $0 }
      )
    }
    let outcome = try run(vectors)
    #expect(outcome.output.hasPrefix("2 tags, 2 wrong\n  two texts\n"))
    #expect(outcome.exit == 1)
  }

  /// Runs the script that stands in the page.
  private func run(_ vectors: [JSONValue]) throws -> (output: String, exit: Int32) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let page = try String(contentsOf: Self.page, encoding: .utf8)
    let script = try #require(page.components(separatedBy: "```python\n").dropFirst().first)
      .components(separatedBy: "```")[0]
    let files = ["check.py", "vectors.json"].map { folder.appending(path: $0) }
    try Data(script.utf8).write(to: files[0])
    try Data(Self.document(vectors).utf8).write(to: files[1])

    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + files.map { $0.path(percentEncoded: false) }
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: output, as: UTF8.self), process.terminationStatus)
  }
}
