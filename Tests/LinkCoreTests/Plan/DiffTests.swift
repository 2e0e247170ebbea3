import LinkCore
import Testing

@Suite struct DiffTests {
  private func fields(
    _ config: String,
    current: String?,
    ignore: [Written] = []
  ) throws -> [String] {
    let written: Written = [
      "database": "d",
      "links": [
        "a": [
          "type": "S3", "config": try Written(JSONValue(reading: config)), "ignore": .list(ignore),
        ]
      ],
    ]
    let link = try #require(desired(written).links.first)
    return Diff(desired: link, current: PlanSamples.link("a", config: current)).fields.map {
      field in
      let sides = [field.before, field.after].map { $0?.canonical ?? "-" }
      return "\(field.path) \(sides[0]) \(sides[1])\(field.isUnreadable ? " unreadable" : "")"
    }
  }

  @Test(
    arguments: [
      ("{}", nil, []), ("{}", "{}", []), ("{}", "null", []), (#"{"a":1}"#, #"{"a":1.0}"#, []),
      (#"{"a":1}"#, nil, ["config.a - 1"]), ("{}", #"{"a":1}"#, ["config.a 1 -"]),
      (#"{"a":1}"#, #"{"a":"1"}"#, [#"config.a "1" 1"#]),
      (#"{"b":1,"a":2}"#, #"{"a":1,"b":2}"#, ["config.a 1 2", "config.b 2 1"]),
      (#"{"a":{"x":1,"y":2}}"#, #"{"a":{"y":3,"x":1}}"#, ["config.a.y 3 2"]),
      (#"{"a":{"x":1,"y":2}}"#, nil, ["config.a.x - 1", "config.a.y - 2"]),
      ("{}", #"{"a":{"x":1}}"#, ["config.a.x 1 -"]), (#"{"a":{}}"#, "{}", ["config.a - {}"]),
      (#"{"a":[1,2]}"#, #"{"a":[1,3]}"#, ["config.a [1,3] [1,2]"]),
      (#"{"a":{"x":1}}"#, #"{"a":1}"#, [#"config.a 1 {"x":1}"#]),
      (#"{"a.b":1}"#, #"{"a":{"b":1}}"#, ["config.a.b 1 -", #"config."a.b" - 1"#]),
      (#"{"a":null}"#, "{}", ["config.a - null"]),
      (#"{"a":1}"#, #"{"a":"<redacted>"}"#, [#"config.a "<redacted>" 1 unreadable"#]),
      ("{}", #"{"a":"<redacted>"}"#, [#"config.a "<redacted>" -"#]),
      (#"{"a":1}"#, "unreadable", [#"config - {"a":1} unreadable"#]),
    ] as [(String, String?, [String])]
  )
  func `K008, J016: Shows what differs in meaning, key by key`(
    config: String,
    current: String?,
    expected: [String]
  ) throws {
    #expect(try fields(config, current: current) == expected)
  }

  @Test(
    arguments: [
      (["config"], []), (["config.a"], ["config.b.x 2 1"]), (["config.b"], ["config.a 2 1"]),
      (["config.b.x"], ["config.a 2 1"]), (["description"], ["config.a 2 1", "config.b.x 2 1"]),
    ] as [([String], [String])]
  )
  func `Leaves out what is ignored`(ignored: [String], expected: [String]) throws {
    let config = #"{"a":1,"b":{"x":1}}"#
    let current = #"{"a":2,"b":{"x":2}}"#
    let paths = ignored.map { Written.quoted($0) }
    #expect(try fields(config, current: current, ignore: paths) == expected)
  }

  @Test(
    arguments: [
      (nil, nil, 0), ("", nil, 0), ("a", nil, 1), ("a", "a", 0), ("\u{E9}", "e\u{301}", 1),
      (nil, "a", 1), ("a\n", "a", 1),
    ] as [(String?, String?, Int)]
  )
  func `Compares descriptions by their bytes`(wanted: String?, current: String?, count: Int) throws
  {
    var entries: [(String, Written)] = [("type", "S3")]
    if let wanted { entries.append(("description", .quoted(wanted))) }
    let link = try #require(desired(["database": "d", "links": ["a": .map(entries)]]).links.first)
    let diff = Diff(desired: link, current: PlanSamples.link("a", description: current))
    #expect(diff.fields.count == count)
  }

  @Test func `Knows a type in any case`() throws {
    let link = try #require(desired(["database": "d", "links": ["a": ["type": "s3"]]]).links.first)
    #expect(Diff(desired: link, current: PlanSamples.link("a", "s3")).fields.isEmpty)
    let fields = Diff(desired: link, current: PlanSamples.link("a", "GCS")).fields
    #expect(fields.map(\.path.description) == ["type"])
  }

  @Test func `Points at the place where a field was written`() throws {
    let written: Written = [
      "database": "d", "links": ["a": ["type": "S3", "config": ["x": ["y": "1"]]]],
    ]
    let link = try #require(desired(written).links.first)
    let fields = Diff(desired: link, current: PlanSamples.link("a", config: #"{"z":1}"#)).fields
    #expect(fields.map { "\($0.path) \($0.source.line)" } == ["config.x.y 14", "config.z 10"])
  }
}
