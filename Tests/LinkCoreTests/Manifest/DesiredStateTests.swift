import LinkCore
import Testing

@Suite struct DesiredStateTests {
  private func rules(_ written: Written, environment: String = "default", declared: [String]? = nil)
    -> [String]
  {
    desired(written, environment: environment, declared: declared).findings.map(\.rule.rawValue)
  }

  @Test func `Puts defaults under links and overrides over them`() {
    let written: Written = [
      "database": "d", "defaults": ["type": "S3", "config": ["region": "a", "x": "1"]],
      "links": [
        "l": [
          "config": ["region": "b"],
          "environments": ["prod": ["config": ["region": "c", "x": "null"], "database": "p"]],
        ]
      ],
    ]
    let plain = desired(written, environment: "dev", declared: ["dev", "prod"])
    #expect(plain.findings == [])
    #expect(plain.links.map(\.address.description) == ["d.l"])
    #expect(plain.links.first?.config?.canonical == #"{"region":"b","x":1}"#)
    let prod = desired(written, environment: "prod", declared: ["dev", "prod"])
    #expect(prod.links.map(\.address.description) == ["p.l"])
    #expect(prod.links.first?.config?.canonical == #"{"region":"c"}"#)
  }

  @Test func `Leaves out links of other environments and still finds their mistakes`() {
    let written: Written = [
      "database": "d",
      "links": [
        "a": ["type": "S3", "only": ["prod"]],
        "b": ["type": "S4", "only": ["prod"]],
      ],
    ]
    let read = desired(written, environment: "dev", declared: ["dev", "prod"])
    #expect(read.links.isEmpty)
    #expect(read.findings.map(\.rule) == [.unknownType])
  }

  @Test func `Is in no project without environments unless it lists default`() {
    let written: Written = [
      "database": "d",
      "links": [
        "a": ["type": "S3", "only": ["prod"]], "b": ["type": "S3", "only": ["default"]],
        "c": ["type": "S3"],
      ],
    ]
    #expect(desired(written).links.map(\.address.name) == ["b", "c"])
  }

  static let wrong: [(Written, String)] = [
    (["database": "d", "links": ["a": ["config": ["x": "1"]]]], "missing-field"),
    (["links": ["a": ["type": "S3"]]], "missing-field"),
    (["database": "d", "links": ["a": ["type": .quoted("S\u{417}")]]], "unknown-type"),
    (["database": "d", "links": ["": ["type": "S3"]]], "bad-name"),
    (["database": "d", "links": ["a ": ["type": "S3"]]], "bad-name"),
    (["database": "d\u{200B}", "links": ["a": ["type": "S3"]]], "bad-name"),
    (["database": "d", "links": ["a": ["type": "S3", "config": .quoted("{}")]]], "wrong-kind"),
    (["database": "d", "links": ["a": ["type": "S3", "config": ""]]], "wrong-kind"),
    (["database": "d", "links": ["a": ["type": "S3", "description": "12"]]], "wrong-kind"),
    (["database": "d", "links": ["a": ["type": "S3", "protect": "yes"]]], "wrong-kind"),
    (["database": "d", "links": ["a": ["type": "S3", "protect": .quoted("true")]]], "wrong-kind"),
    (["database": "d", "links": ["a": ["type": "S3", "state": "gone"]]], "bad-value"),
    (["database": "d", "links": ["a": ["type": "S3", "update": "always"]]], "bad-value"),
    (["database": "d", "links": ["a": ["type": "S3", "ignore": "config"]]], "wrong-kind"),
    (["database": "d", "links": ["a": ["type": "S3", "ignore": ["type"]]]], "bad-value"),
    (
      ["database": "d", "links": ["a": ["type": "S3", "ignore": ["credentials.x"]]]], "bad-value"
    ),
    (["database": "d", "links": ["a": ["type": "S3", "adopt": "true"]]], "unknown-key"),
    (["database": "d", "links": [["a"]]], "wrong-kind"),
    (
      ["database": "d", "links": ["a": ["type": "S3", "credentials": ["env": "A"]]]],
      "bad-reference"
    ),
    (
      ["database": "d", "links": ["a": ["type": "S3", "credentials": ["k": ["env": "1-A"]]]]],
      "bad-reference"
    ),
    (
      [
        "database": "d",
        "links": ["a": ["type": "S3", "credentials": ["k": ["env": "A", "file": "b"]]]],
      ], "bad-reference"
    ),
    (
      [
        "database": "d",
        "links": ["a": ["type": "S3", "credentials": ["k": ["env": "A", "prefx": "b"]]]],
      ], "unknown-key"
    ),
    (
      ["database": "d", "links": ["a": ["type": "S3", "config": ["k": ["env": "A"]]]]],
      "bad-reference"
    ),
    (
      ["database": "d", "links": ["a": ["type": "S3", "config": ["k": ["value": "A"]]]]],
      "bad-reference"
    ),
    (
      [
        "database": "d",
        "links": [
          "a": ["type": "S3", "credentials": ["k": ["env": "LINKCTL_FINGERPRINT_KEY"]]]
        ],
      ], "bad-reference"
    ),
  ]

  @Test(arguments: wrong.indices)
  func `Finds what is wrong with a link`(index: Int) {
    let (written, rule) = Self.wrong[index]
    let findings = desired(written).findings
    #expect(findings.map(\.rule.rawValue) == [rule])
    #expect(findings.allSatisfy { $0.kind == .form && $0.severity == .error })
  }

  @Test(
    arguments: [["a", "c"], ["b", "d"], ["a", "b"]],
    [["b", "d"], ["c", "e"], ["f", "e"]]
  )
  func `Brings the links of several manifests into one order`(one: [String], other: [String]) {
    let manifests = [("z.yaml", one), ("y.yaml", other)].compactMap { file, names in
      let links = names.map { ($0, ["type": "S3"] as Written) }
      let written: Written = ["database": "d", "links": .map(links)]
      return Manifest.read(written.node, file: file).manifest
    }
    let (links, findings) = desired(manifests)
    #expect(links.map(\.address.name) == Set(one + other).sorted())
    #expect(findings.count == one.count + other.count - links.count)
  }

  @Test func `Y013, Y014: Names both places of a link that is declared twice`() {
    let one: Written = ["links": ["x": ["database": "d", "type": "S3"]]]
    let other: Written = ["database": "d", "links": ["y": ["type": "S3"], "x": ["type": "GCS"]]]
    let manifests = zip([one, other], ["a.yaml", "b.yaml"]).compactMap { written, file in
      Manifest.read(written.node, file: file).manifest
    }
    let (links, findings) = desired(manifests)
    #expect(links.count == 2)
    #expect(findings.map(\.rule) == [.duplicateLink])
    #expect(findings.first?.related != nil)
  }

  @Test func `Suggests the environment that was meant`() {
    let written: Written = [
      "database": "d", "links": ["a": ["type": "S3", "only": ["prd"]]],
    ]
    let findings = desired(written, environment: "prod", declared: ["dev", "prod"]).findings
    #expect(findings.map(\.rule) == [.unknownEnvironment])
    #expect(findings.first?.message.contains("did you mean 'prod'?") == true)
  }

  @Test(
    arguments: [
      (#"{"value":"port"}"#, "3306"), (#"{"value":"port","prefix":"p"}"#, #""p3306""#),
      (#"{"value":"port","suffix":".0"}"#, #""3306.0""#), (#"{"value":"on"}"#, "true"),
      (#"{"value":"on","prefix":"is "}"#, #""is true""#), (#"{"value":"map"}"#, #"{"a":[1]}"#),
      (#"{"value":"text","prefix":"${","suffix":"}"}"#, #""${x}""#),
    ]
  )
  func `Keeps the type of a value that stands alone`(reference: String, json: String) throws {
    let values: [JSONValue.Member] = [
      .init("port", 3306), .init("on", true), .init("map", ["a": [1]]), .init("text", "x"),
    ]
    let config = try Written(JSONValue(reading: reference))
    let written: Written = [
      "database": "d", "links": ["a": ["type": "S3", "config": ["k": config]]],
    ]
    let read = desired(written, values: values)
    #expect(read.findings == [])
    #expect(read.links.first?.config?["k"]?.canonical == json)
  }

  @Test func `Takes HDFS without credentials for one with empty text`() {
    let written: Written = [
      "database": "d",
      "links": [
        "a": ["type": "hdfs"], "b": ["type": "S3"], "c": ["type": "S3", "credentials": [:]],
      ],
    ]
    let kinds = desired(written).links.map { link in
      switch link.credentials {
      case .none: "none"
      case .unmanaged: "unmanaged"
      case .declared: "declared"
      }
    }
    #expect(kinds == ["none", "unmanaged", "declared"])
  }
}
