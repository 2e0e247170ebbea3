import LinkSeal
import Testing

@testable import LinkCore

/// Does the last thing first, as threads may.
private struct BackwardWorkers: Workers {
  func map<Item: Sendable, Result: Sendable>(
    _ items: [Item],
    _ body: @Sendable (Item) -> Result
  ) -> [Result] {
    items.reversed().map(body).reversed()
  }
}

/// Who does the work, and in which order, shows in no result.
@Suite struct WorkersTests {
  private static let links = (0..<1_000).map { number in
    CatalogLink(
      address: LinkAddress(database: "d\(number % 3)", name: "l\(number)"),
      type: "S3",
      description: TaggedDescription("é \(number)", mark: .none),
      config: .readable(.object([.init("b", .string("\(number)")), .init("a", 1)]))
    )
  }

  private static let snapshot = Snapshot(
    takenAt: nil,
    server: .init(product: "p", version: "9.1.3", capabilities: [.orReplace]),
    databases: ["d0", "d1", "d2"],
    isComplete: true,
    links: links,
    pipelines: .none
  )

  @Test func `A catalog's digest is that of its canonical lines, but for the time`() throws {
    let members = try #require(Self.snapshot.json.members)
    let head = members.filter { $0.key != "taken_at" && $0.key != "links" }
    let links = try #require(Self.snapshot.json["links"]?.items)
    let expected = SHA256Digest()
    for line in [.object(head)] + links { expected.add(Array("\(line.canonical)\n".utf8)) }
    let digest = expected.text()
    #expect(Self.snapshot.contentDigest(with: SHA256Digest()) == digest)
    #expect(Self.snapshot.contentDigest(by: BackwardWorkers(), with: SHA256Digest()) == digest)
  }

  @Test func `A snapshot is read the same`() throws {
    let bytes = Self.snapshot.json.documentBytes
    let read = try Snapshot(reading: bytes, by: BackwardWorkers())
    #expect(read.json.document == Self.snapshot.json.document)
  }

  @Test func `Of several wrong links the first is told`() throws {
    let text = Self.snapshot.json.document
      .replacing("\"name\": \"l700\"", with: "\"name\": 1")
      .replacing("\"name\": \"l999\"", with: "\"name\": 2")
    let first = #expect(throws: DocumentError.self) { try Snapshot(reading: Array(text.utf8)) }
    let same = #expect(throws: DocumentError.self) {
      try Snapshot(reading: Array(text.utf8), by: BackwardWorkers())
    }
    #expect(first == same)
    #expect(first?.message.contains(".name: expected a text, got number") == true)
  }

  @Test func `A plan is the same`() throws {
    let links = (0..<600).map { number -> (String, Written) in
      ("l\(number)", ["type": "S3", "config": ["a": "1"], "credentials": [:]])
    }
    let written: Written = ["database": "d1", "links": .map(links)]
    let one = try PlanSamples.plan(written, Self.snapshot)
    let declared = Set(links.map(\.0))
    let unmanaged = Self.snapshot.links.map(\.address)
      .filter { $0.database != "d1" || !declared.contains($0.name) }
    #expect(one.unmanaged == unmanaged)
    #expect(one.changes.count { $0.before != nil } == 200)
    let many = try PlanSamples.plan(written, Self.snapshot, by: BackwardWorkers())
    #expect(one.changes.count == 600)
    #expect(one.document.json.document == many.document.json.document)
  }
}
