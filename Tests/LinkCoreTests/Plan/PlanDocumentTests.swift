import LinkCore
import Synchronization
import Testing

/// A plan's document is read back as it was written, and anything else is refused with its place.
@Suite struct PlanDocumentTests {
  private static let written: Written = [
    "database": "d",
    "links": [
      "create": [
        "type": "KAFKA", "config": ["security.protocol": "sasl_ssl"],
        "credentials": [
          "sasl.username": "reader", "sasl.password": ["env": "PASSWORD", "prefix": "p"],
        ],
      ],
      "update": ["type": "S3", "description": "new", "config": ["b": "null"], "credentials": [:]],
      "recreate": ["type": "GCS", "credentials": ["secret_key": ["file": "key"]]],
      "held": ["type": "S3", "config": ["region": "x"], "update": "never", "credentials": [:]],
      "blocked": ["type": "GCS", "credentials": [:]], "drop": ["state": "absent"],
      "unreadable": ["type": "S3", "config": ["a": "x"], "credentials": [:]],
      "redacted": ["type": "S3", "config": ["password": "x"], "credentials": [:]],
      "in \"quotes\"": ["type": "S3", "credentials": [:]], "gone": ["state": "absent"],
    ],
  ]

  private static let catalog = PlanSamples.catalog(
    [
      PlanSamples.link("update", config: #"{"a":null,"b":1.50}"#), PlanSamples.link("recreate"),
      PlanSamples.link("held"), PlanSamples.link("blocked", description: "words"),
      PlanSamples.link("drop"), PlanSamples.link("unreadable", config: "unreadable"),
      PlanSamples.link("redacted", config: #"{"password":"<redacted>"}"#),
      PlanSamples.link("foreign"),
    ],
    pipelines: [
      .init(
        database: "d",
        name: "p",
        state: "Running",
        link: LinkAddress(database: "d", name: "update")
      )
    ]
  )

  private static func document() throws -> JSONValue { try planned().json }

  private static func planned() throws -> PlanDocument {
    try PlanSamples.plan(
      written,
      catalog,
      exclude: ["e.*"],
      allowDrop: ["d.drop"],
      allowRecreate: ["d.recreate"],
      rotate: ["d.nothing"]
    ).document
  }

  private static func stamped(_ text: String) throws -> [UInt8] {
    try JSONValue(reading: text).stamped
  }

  private static func read(_ bytes: [UInt8]) throws -> PlanDocument {
    try PlanDocument(reading: bytes) { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `Says of each link what is so of it alone`() throws {
    let changes = try #require(Self.document()["resource_changes"]?.items)
    let change = { (name: String) in changes.first { $0["name"]?.text == name } }
    #expect(
      change("unreadable")?["unverifiable"]?.canonical
        == #"["credentials-unreadable","config-unreadable"]"#
    )
    #expect(
      change("redacted")?["unverifiable"]?.canonical
        == #"["credentials-unreadable","config-redacted"]"#
    )
    #expect(change("held")?["held"]?.canonical == "true")
    #expect(change("update")?["held"] == nil && change("update")?["unverifiable"] == nil)
    let sent = change("create")?["sent"]?.items ?? []
    #expect(
      sent.map { $0["path"]?.text } == [
        "credentials.\"sasl.username\"", "credentials.\"sasl.password\"",
      ]
    )
    #expect(sent.map { $0["value"]?.text } == ["reader", "p${env:PASSWORD}"])
    #expect(sent.map { $0["secret"]?.canonical } == ["false", "true"])
    #expect(change("drop")?["sent"] == nil)
    let nothing = change("update")?["sent"]?.items?.first
    #expect(nothing?["path"]?.text == "credentials" && nothing?["value"]?.canonical == "{}")
    let fields = change("update")?["fields"]?.items ?? []
    #expect(fields.map { $0["before_is_null"]?.canonical } == [nil, "true", nil])
    #expect(fields.map { $0["after_is_null"]?.canonical } == [nil, nil, "true"])
  }

  @Test func `Says what the command line said`() throws {
    #expect(
      try Self.document()["options"]?.canonical == #"{"allow_drop":["d.drop"],"#
        + #""allow_recreate":["d.recreate"],"exclude":["e.*"],"only":[],"rotate":["d.nothing"]}"#
    )
    #expect(
      try Self.document()["inputs"]?["server_capabilities"]?.canonical
        == #"["alter_link","if_not_exists","links_config","or_replace"]"#
    )
  }

  @Test func `Is read back as it was written`() throws {
    let document = try Self.document()
    let again = try Self.read(Self.stamped(document.document))
    #expect(again.json.document == document.document)
    #expect(again.blocked.map(\.address.name) == ["blocked"])
    #expect(again.needs == [.environment("PASSWORD"), .file("key")])
    #expect(
      again.actions.map(\.address.name) == [
        "create", "in \"quotes\"", "recreate", "update", "drop",
      ]
    )
  }

  @Test func `Is rendered in parts as the tree it is`() throws {
    for plan in [try Self.planned(), try PlanSamples.plan([], Self.catalog).document] {
      let document = GatheredBytes()
      plan.write(masking: Redactor(), stampedBy: GatheredBytes()) { document.add($0) }
      #expect(Array(document.text().utf8) == plan.json.stamped)
    }
  }

  @Test func `Passes over what a later minor version adds`() throws {
    let text = try Self.document().document
      .replacing(#""1.0""#, with: #""1.7""#)
      .replacing(#""fields": ["#, with: #""weather": { "sun": [1] }, "fields": ["#)
    let again = try Self.read(Self.stamped(text))
    #expect(again.json.document == (try Self.document().document))
  }

  static let faults: [(String, String, Rule, String)] = [
    (#""linkctl.plan""#, #""linkctl.run""#, .wrongKind, "the plan: kind is 'linkctl.run'"),
    (#""1.0""#, #""2.0""#, .newerFormat, "made by a newer linkctl (format 2.0; this one reads 1)"),
    (#""1.0""#, #""0.9""#, .wrongKind, "format_version is '0.9'"),
    (#""1.0""#, #""one""#, .wrongKind, "format_version is 'one'"),
    (#""owner": "me","#, "", .wrongKind, "the plan: 'owner' is missing"),
    (#""owner": "me""#, #""owner": 1"#, .wrongKind, "owner: expected a text, got number"),
    (#""left_out": 0"#, #""left_out": -1"#, .wrongKind, "left_out: expected a whole number"),
    (#""left_out": 0"#, #""left_out": 1.5"#, .wrongKind, "left_out: expected a whole number"),
    (#""create": 2"#, #""create": "2""#, .wrongKind, "summary.create: expected a number"),
    (#""d.drop""#, "7", .wrongKind, "options.allow_drop[0]: expected a text"),
    (#""or_replace""#, "{}", .wrongKind, "inputs.server_capabilities[3]: expected a text"),
    (
      #""create"\#n        ],"#, #""mend"\#n        ],"#, .wrongKind,
      "resource_changes[0].change.actions: unknown actions mend"
    ),
    (#""no-op""#, #""create", "drop""#, .wrongKind, "unknown actions create, drop"),
    (#""name": "drop""#, #""name": "drip""#, .wrongKind, "address: is not 'd.drip'"),
    (#""line": "#, #""lane": "#, .wrongKind, "source: 'line' is missing"),
    (#""path": "config.b""#, #""path": ".b""#, .wrongKind, "path: expected a path"),
    (#""env:PASSWORD""#, #""PASSWORD""#, .wrongKind, "expected env:NAME or file:PATH"),
    (#""held": true"#, #""held": "yes""#, .wrongKind, "held: expected true or false"),
    (#""reason": "type-change""#, #""reason": []"#, .wrongKind, "blocked[0].reason"),
    (
      #""address": "d.blocked",\#n      "reason""#, #""address": "d.x",\#n      "reason""#,
      .wrongKind, "blocks 'd.x', which it does not list"
    ),
    (#""severity": "warning""#, #""severity": "dire""#, .wrongKind, "expected error or warning"),
  ]

  @Test(arguments: faults)
  func `Says what is wrong with a file, and where`(
    piece: String,
    replacement: String,
    rule: Rule,
    words: String
  ) throws {
    let text = try Self.document().document
    let changed = text.replacing(piece, with: replacement, maxReplacements: 1)
    try #require(changed != text)
    let error = #expect(throws: DocumentError.self) { try Self.read(Self.stamped(changed)) }
    #expect(error?.rule == rule)
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
  }

  @Test func `Refuses a link that stands twice`() throws {
    let document = try Self.document()
    let twice = JSONValue.object(
      (document.members ?? []).map { member in
        guard member.key == "resource_changes", let items = member.value.items else {
          return member
        }
        return .init(member.key, .array(items + items.prefix(1)))
      }
    )
    let error = #expect(throws: DocumentError.self) { try Self.read(Self.stamped(twice.document)) }
    #expect(error?.message.hasSuffix("'d.create' stands twice") == true, "\(error?.message ?? "")")
  }

  /// Every text, number and switch of the document, changed alone.
  @Test func `Refuses a file with any change in it as altered`() throws {
    let text = try String(decoding: Self.document().stamped, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var altered = 0
    for (index, line) in lines.enumerated() where !line.contains("document_digest") {
      guard let changed = Self.changed(line), !line.contains("format_version"),
        !line.contains("kind")
      else { continue }
      var copy = lines
      copy[index] = Substring(changed)
      let bytes = Array(copy.joined(separator: "\n").utf8)
      let error = #expect(throws: DocumentError.self, "\(line)") { try Self.read(bytes) }
      #expect(error?.rule == .alteredFile, "\(line)")
      altered += 1
    }
    #expect(altered > 200)
  }

  private static func changed(_ line: Substring) -> String? {
    if line.hasSuffix("\",") { return line.dropLast(2) + "x\"," }
    if line.hasSuffix("\"") { return line.dropLast() + "x\"" }
    if line.hasSuffix("true") { return line.dropLast(4) + "false" }
    guard let last = line.last(where: { $0 != "," }), let digit = last.wholeNumberValue else {
      return nil
    }
    let end = line.lastIndex(of: last).map { line[..<$0] } ?? line
    return end + "\((digit + 1) % 10)" + (line.hasSuffix(",") ? "," : "")
  }

  @Test func `Refuses a file that was laid out anew, cut or added to as altered`() throws {
    let bytes = try Self.document().stamped
    let text = String(decoding: bytes, as: UTF8.self)
    for altered in [
      try JSONValue(reading: text).canonical, text + "\n", String(text.dropLast()),
      text.replacing("\n", with: "\r\n"), text.dropLast(3) + ",\n  \"more\": 1\n}\n",
    ] {
      let error = #expect(throws: DocumentError.self) { try Self.read(Array(altered.utf8)) }
      #expect(error?.rule == .alteredFile)
    }
  }

  @Test func `Refuses a file without its digest, and one that holds no plan`() throws {
    let text = try Self.document().document
    let error = #expect(throws: DocumentError.self) { try Self.read(Array(text.utf8)) }
    #expect(error?.message == "the plan: 'document_digest' is missing")
    let failed = """
      {"format_version": "1.0", "kind": "linkctl.plan", "diagnostics": [],
       "error": {"code": "usage", "message": "which environment?"}, "exit": 64}
      """
    let failure = #expect(throws: DocumentError.self) { try Self.read(Array(failed.utf8)) }
    #expect(failure?.message.contains("planning failed: which environment?") == true)
  }
}

extension JSONValue {
  /// The bytes of the document with all of them at its end, where their digest belongs.
  fileprivate var stamped: [UInt8] {
    let rest = document.dropLast("\n}\n".count)
    let stamp = JSONValue.string(String(rest)).document.dropLast()
    return Array("\(rest),\n  \"document_digest\": \(stamp)\n}\n".utf8)
  }
}
