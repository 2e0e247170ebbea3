import Testing

@testable import LinkCore

@Suite struct SchemaTests {
  private let manifest = ManifestSchema.document
  private let project = ProjectSchema.document

  @Test(arguments: LinkReader.keys) func `A key of a link has its schema`(key: String) {
    #expect(LinkSchema.schema(of: key) != nil, "tell LinkSchema of it")
    #expect(LinkSchema.description(of: key) != nil, "tell LinkSchema of it")
  }

  @Test(arguments: Manifest.keys) func `A key of a manifest has its schema`(key: String) {
    #expect(ManifestSchema.property(key)?["description"] != nil, "tell ManifestSchema of it")
  }

  @Test(arguments: Project.keys) func `A key of the project file has its schema`(key: String) {
    #expect(ProjectSchema.property(key)?["description"] != nil, "tell ProjectSchema of it")
  }

  @Test(arguments: Project.environmentKeys)
  func `A key of an environment has its schema`(key: String) {
    #expect(ProjectSchema.environmentProperty(key)?["description"] != nil)
  }

  @Test(arguments: Project.guardrailKeys) func `A guardrail has its schema`(key: String) {
    #expect(ProjectSchema.guardrailProperty(key)?["description"] != nil)
  }

  @Test(arguments: Project.secretKeys) func `A key of secrets has its schema`(key: String) {
    #expect(ProjectSchema.secretsProperty(key)?["description"] != nil)
  }

  @Test(arguments: LinkType.all.map(\.name)) func `Every key of a type is described`(
    name: String
  ) throws {
    let type = try #require(LinkType.named(name))
    let clauses = try #require(manifest["$defs"]?[name]?["properties"])
    for key in type.keys {
      let clause = clauses[key.clause.rawValue]
      let schema =
        key.isFamily
        ? clause?["patternProperties"]?["^\(key.name.dropLast(2))\\.."]
        : clause?["properties"]?[key.name]
      let text = try #require(schema?["description"]?.text, "\(key.name)")
      #expect(text.hasPrefix("\(key.meaning)."))
      #expect((schema?["deprecated"] != nil) == (key.replacement != nil))
    }
  }

  @Test func `Rules stand with their severities, those about form left out`() {
    let rules = project["properties"]?["rules"]?["properties"]?.members?.map(\.key) ?? []
    #expect(rules == Rule.allCases.filter { $0.kind == .rule }.map(\.rawValue))
    #expect(rules.contains("plain-http") && !rules.contains("bad-name"))
  }

  @Test func `Documents hold no key twice and refer to what they define`() throws {
    for document in [manifest, project] {
      let read = try JSONValue(reading: document.document)
      let defined = Set(read["$defs"]?.members?.map(\.key) ?? [])
      let used = Set(read.references)
      #expect(used == defined.filter { used.contains($0) })
      #expect(defined.subtracting(used).isEmpty, "defined and not used")
    }
  }

  @Test(arguments: [("S3", "[sS]3"), ("x.y", "[xX]\\.[yY]"), ("a-b_c", "[aA]-[bB]_[cC]")])
  func `A pattern takes a word in any case`(word: String, pattern: String) {
    #expect(SchemaPattern.anyCase(word) == pattern)
  }
}

extension JSONValue {
  /// The definitions that `$ref` names anywhere in it.
  fileprivate var references: [String] {
    switch self {
    case .object(let members):
      members.flatMap { member in
        member.key == "$ref"
          ? [member.value.text.map { String($0.dropFirst("#/$defs/".count)) } ?? ""]
          : member.value.references
      }
    case .array(let items): items.flatMap(\.references)
    default: []
    }
  }
}
