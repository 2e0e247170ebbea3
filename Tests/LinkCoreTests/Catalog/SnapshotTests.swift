import LinkCore
import LinkSeal
import Testing

@Suite struct SnapshotTests {
  private static let text = """
    {
      "format_version": "1.0",
      "kind": "linkctl.snapshot",
      "taken_at": "2026-11-22T10:00:00Z",
      "server": {
        "product": "SingleStore",
        "version": "9.1.3",
        "capabilities": [
          "alter_link",
          "if_not_exists"
        ]
      },
      "databases": [
        "a",
        "b"
      ],
      "complete": true,
      "links": [
        {
          "database": "a",
          "name": "x.y",
          "type": "S3",
          "description": "it's \\"so\\"\\n",
          "tag": null,
          "config": {
            "a": 1.10,
            "z": [
              1,
              null
            ]
          }
        },
        {
          "database": "b",
          "name": "none",
          "type": "HTTP",
          "description": null,
          "tag": "linkctl:1:me:-:-:AAAAAAAAAAA:-",
          "config": null
        },
        {
          "database": "b",
          "name": "unreadable",
          "type": "HTTP",
          "description": null,
          "tag": null
        }
      ],
      "pipelines": [
        {
          "database": "a",
          "name": "p",
          "state": "Running",
          "link": "a.\\"x.y\\""
        }
      ]
    }

    """

  private func read(_ text: String) throws -> Snapshot {
    try Snapshot(reading: Array(text.utf8))
  }

  @Test func `Reads what it writes, byte by byte`() throws {
    #expect(try read(Self.text).json.document == Self.text)
  }

  @Test func `Writes the same bytes whatever the order of what was read`() throws {
    let snapshot = try read(Self.text)
    for _ in 0..<5 {
      let shuffled = Snapshot(
        takenAt: snapshot.takenAt,
        server: snapshot.server,
        databases: snapshot.databases.shuffled(),
        isComplete: true,
        links: snapshot.links.shuffled(),
        pipelines: .init(known: snapshot.pipelines.known.shuffled(), isComplete: true)
      )
      #expect(shuffled.json.document == Self.text)
    }
    let config = #""z": [1, null], "a": 1.10"#
    let reordered = Self.text.replacing(
      "\"a\": 1.10,\n        \"z\": [\n          1,\n          null\n        ]",
      with: config
    )
    #expect(reordered != Self.text)
    #expect(try read(reordered).json.document == Self.text)
  }

  @Test func `Tells none, empty and unreadable apart, and compares the first two as one`() throws {
    let links = try read(Self.text).links
    #expect(links.map(\.config.members.count) == [1, 1, 0])
    let empty = CatalogLink.Config.readable(.object([]))
    #expect(links[1].config.means(empty))
    #expect(!links[2].config.means(empty))
  }

  @Test func `Counts as one content whenever it was taken`() throws {
    let snapshot = try read(Self.text)
    let later = snapshot.taken(at: "2027-01-01T00:00:00Z")
    #expect(
      later.contentDigest(with: SHA256Digest()) == snapshot.contentDigest(with: SHA256Digest())
    )
    #expect(later.json.canonical != snapshot.json.canonical)
  }

  @Test(
    arguments: [
      (
        "\"kind\": \"linkctl.snapshot\"", "\"kind\": \"linkctl.plan\"", Rule.wrongKind,
        "linkctl.plan"
      ),
      ("\"1.0\"", "\"99.0\"", .newerFormat, "format 99.0; this one reads 1"),
      ("\"1.0\"", "99", .wrongKind, "format_version: expected a text"),
      ("\"complete\": true,", "", .wrongKind, "'complete' is missing"),
      ("\"complete\": true", "\"complete\": 1", .wrongKind, "complete: expected true or false"),
      ("\"config\": null", "\"config\": []", .wrongKind, "links[1]: config is array"),
      ("\"config\": null", "\"config\": \"{}\"", .wrongKind, "links[1]: config is string"),
      ("\"none\"", "\"unreadable\"", .duplicateLink, "stands twice"),
      ("\"name\": \"none\",", "", .wrongKind, "'name' is missing"),
      ("a.\\\"x.y\\\"", "a.b.c", .wrongKind, "expected DATABASE.LINK"),
      ("\"taken_at\"", "\"kind\"", .jsonSyntax, "not JSON"),
      ("\"a\",\n", "\"a\",,\n", .jsonSyntax, "not JSON"),
      ("]\n}", "],\n}", .jsonSyntax, "not JSON"), ("1.10", "01.10", .jsonSyntax, "not JSON"),
      ("Running", "\\ud800", .jsonSyntax, "not JSON"),
      ("{\n  \"f", "\u{FEFF}{\n  \"f", .jsonSyntax, "not JSON"),
    ]
  )
  func `J006, J007, J010, J013: Says what is wrong with a file`(
    piece: String,
    replacement: String,
    rule: Rule,
    words: String
  ) throws {
    let text = Self.text.replacing(piece, with: replacement, maxReplacements: 1)
    #expect(!text.isIdentical(to: Self.text))
    let error = #expect(throws: DocumentError.self) { try read(text) }
    #expect(error?.rule == rule)
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
  }

  @Test(
    arguments: [
      ("9.1.0", true), ("9.1.3", true), ("9.2", true), ("10.0.1", true), ("9.0.9", false),
      ("8.9.15", false), ("", true), ("x", true), ("9", false), ("9.1", true), ("v9.0", true),
    ]
  )
  func `Assumes what a version can do`(version: String, isNew: Bool) {
    let capabilities = Capability.assumed(version: version, showsConfig: true)
    #expect(capabilities.contains(.orReplace) == isNew)
    #expect(capabilities.contains(.ifNotExists) == isNew)
    #expect(capabilities.contains(.alterLink) == isNew)
    #expect(capabilities.contains(.linksConfig))
    let without = Capability.assumed(version: version, showsConfig: false)
    #expect(!without.contains(.linksConfig))
  }
}
