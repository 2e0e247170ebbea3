import Foundation
import LinkCore
import Testing

@Suite struct SchemaCommandTests {
  private let validator: SchemaValidator

  init() throws {
    validator = try SchemaValidator()
  }

  // MARK: What is valid

  /// Manifests and project files of this repository that are meant to be right.
  private static func files(named isWanted: (String) -> Bool) -> [String] {
    let scenarios = "\(SchemaValidator.root)/Tests/Scenarios"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: scenarios)) ?? []
    let sound = names.sorted().map { "\(scenarios)/\($0)" }.filter { folder in
      !FileManager.default.fileExists(atPath: "\(folder)/diagnostics.txt")
    }
    let folders = ["examples", "links.d"].map { "\(SchemaValidator.root)/\($0)" } + sound
    return folders.flatMap { TestProject.files(below: $0) }.filter(isWanted)
  }

  @Test func `The repository's manifests are valid`() throws {
    let files = Self.files { $0.contains("/links.d/") && $0.hasSuffix(".yaml") }
    #expect(files.count >= 4)
    for verdict in try validator.validate(files, as: .manifest) {
      #expect(verdict.isValid, "\(verdict.file): \(verdict.errors)")
    }
  }

  @Test func `The repository's project files are valid`() throws {
    let files = Self.files { $0.hasSuffix("/linkctl.yaml") }
    #expect(!files.isEmpty)
    for verdict in try validator.validate(files, as: .project) {
      #expect(verdict.isValid, "\(verdict.file): \(verdict.errors)")
    }
  }

  @Test func `Every documented key of every type is valid`() throws {
    let texts = LinkType.all.map(Self.manifest)
    for (type, verdict) in zip(LinkType.all, try validator.validate(texts: texts, as: .manifest)) {
      #expect(verdict.isValid, "\(type.name): \(verdict.errors)")
    }
  }

  /// A link with all keys that a type knows.
  private static func manifest(of type: LinkType) -> String {
    let clauses = [LinkKey.Clause.config, .credentials].map { clause in
      let lines = type.keys.filter { $0.clause == clause }.map { key in
        "      \(key.name.replacing(".*", with: ".some")): \(value(of: key))\n"
      }
      return lines.isEmpty ? "" : "    \(clause.rawValue):\n" + lines.joined()
    }
    return "database: d\nlinks:\n  all:\n    type: \(type.name.lowercased())\n" + clauses.joined()
  }

  private static func value(of key: LinkKey) -> String {
    if key.isSecret, key.clause == .credentials {
      return key.form == .textMap
        ? "{ Authorization: { env: A, prefix: x }, Accept: text/plain }" : "{ env: A }"
    }
    return switch key.form {
    case .text, .any, .textMap: "some text"
    case .choice(let words): words[0]
    case .number: "8"
    case .boolean: "true"
    case .booleanText: "\"true\""
    case .textList: "[.csv, .gz]"
    }
  }

  @Test func `What overrides, defaults and tombstones leave out is not asked for`() throws {
    for verdict in try validator.validate(texts: Self.sound, as: .manifest) {
      #expect(verdict.isValid, "\(Self.sound[number(of: verdict)]): \(verdict.errors)")
    }
  }

  private static let sound = [
    "links: { old: { database: d, state: absent } }",
    "database: d\ndefaults: { type: MONGODB, config: { mongodb.hosts: h } }\nlinks: { a: {} }",
    "defaults: { database: d, config: { region: r } }\nlinks: { a: { type: s3, config: null } }",
    "database: d\nlinks: { a: { type: S3, environments: { prod: { config: { region: null } } } } }",
    "database: d\nlinks: { a: { environments: { prod: { type: S3 }, dev: { type: GCS } } } }",
    "links: { a: { type: S3, environments: { prod: { database: d } } } }",
    "database: { value: db }\nlinks: { a: { type: HTTP, config: { value: shared } } }",
    "database: d\nlinks: { a: { type: S3, config: { region: { value: r, prefix: eu- } } } }",
    "database: d\nlinks: { no: { type: S3, config: { region: on, x: 0o17, y: 1_000, z: 1.10 } } }",
    "database: d\nlinks: { a: { type: AZURE, credentials: {} } }",
    "database: d\nlinks: { a: { type: KAFKA, config: { debug: [1, { a: null }] } } }",
    "database: d\nlinks: { a: { type: KAFKA, config: { security.protocol: SASL_SSL } } }",
    "database: d\nlinks: { a: { type: S3, only: [prod], ignore: ['config.\"a.b\"'] } }",
    "database: d\nlinks: { a: { type: S3, allow: [{ rule: drop, reason: r, until: 2027-01-01 }] } }",
  ]

  private func number(of verdict: SchemaValidator.Verdict) -> Int {
    Int(verdict.file.split(separator: "/").last?.split(separator: ".").first ?? "") ?? 0
  }

  @Test func `The examples of explanations are valid once they are put right`() throws {
    let rules = Rule.allCases.filter { !ExplainExamplesTests.others.contains($0) }
    let texts = rules.flatMap { ExplainExamplesTests.files(of: $0.explanation.after).map(\.text) }
    for verdict in try validator.validate(texts: texts, as: .manifest) {
      #expect(verdict.isValid, "\(texts[number(of: verdict)]): \(verdict.errors)")
    }
  }

  // MARK: What is not

  @Test func `Bad manifests are refused at the place that is wrong`() throws {
    let verdicts = try validator.validate(texts: BadManifest.all.map(\.text), as: .manifest)
    for (bad, verdict) in zip(BadManifest.all, verdicts) {
      let paths = verdict.errors.map(\.path)
      #expect(paths.contains(bad.path), "\(bad.id) \(bad.text): \(verdict.errors)")
    }
    #expect(verdicts.count == BadManifest.all.count)
  }

  @Test func `What the schema refuses, linkctl has a finding on`() throws {
    let project = try TestProject(["linkctl.yaml": "environments: { prod: {} }"])
    for bad in BadManifest.all {
      try project.write(bad.text, to: "links.d/bad.yaml")
      let ended = try project.run("validate", "--format", "json")
      let findings = try JSONValue(reading: ended.text)["diagnostics"]?.items ?? []
      #expect(!findings.isEmpty, "\(bad.id) \(bad.text)")
    }
  }

  @Test func `Bad project files are refused at the place that is wrong`() throws {
    let bad: [(text: String, path: String)] = [
      ("ownr: x", "/"), ("owner: 'a b'", "/owner"), ("manifests: ''", "/manifests"),
      ("environments: [dev]", "/environments"),
      ("environments: { dev: { targt: x } }", "/environments/dev"),
      ("environments: { dev: { target: 'mysql://h' } }", "/environments/dev/target"),
      ("environments: { dev: { target: 'sandbox:x?dialect=7' } }", "/environments/dev/target"),
      ("environments: { dev: { password: hunter2 } }", "/environments/dev/password"),
      ("environments: { dev: { password: { value: x } } }", "/environments/dev/password"),
      ("environments: { dev: { databases: d } }", "/environments/dev/databases"),
      ("environments: { 'dev ': {} }", "/environments"),
      ("secrets: { alow: [] }", "/secrets"), ("secrets: { allow: A }", "/secrets/allow"),
      ("rules: { plain-http: fatal }", "/rules/plain-http"), ("rules: { bad-name: off }", "/rules"),
    ]
    let verdicts = try validator.validate(texts: bad.map(\.text), as: .project)
    for (bad, verdict) in zip(bad, verdicts) {
      #expect(verdict.errors.map(\.path).contains(bad.path), "\(bad.text): \(verdict.errors)")
    }
  }

  @Test func `A project file's words are linkctl's, not those of older YAML`() throws {
    let text = """
      owner: data-platform
      environments:
        no: { target: "sandbox:x.db", databases: [on], values: { a: 1, b: [x] }, tag: false }
        old: { target: "sandbox:x.db?dialect=8.5" }
        prod: { target: "singlestore://u@h:3306", password: { file: p } }
      secrets: { allow: ["A_*"], roots: [/run/secrets] }
      rules: { plain-http: off, deprecated-type: error }
      """
    let verdict = try #require(try validator.validate(texts: [text], as: .project).first)
    #expect(verdict.isValid, "\(verdict.errors)")
  }
}
