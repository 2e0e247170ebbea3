internal import LinkCore
internal import LinkYAML

/// A manifest goes all the way from bytes to statements; whatever it holds, that ends in findings
/// or in statements that read back as they were meant, and no secret is shown.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = bytes(start, count)
  let document = YAMLParser.parse(input, file: "a.yaml")
  guard let root = document.root else {
    require(document.diagnostics.contains { $0.severity == .error }, "no tree, and no reason")
    return 0
  }
  var run = Run(input: input, document: document)
  run.show(document.diagnostics + Project.read(root, file: "a.yaml").findings)
  run.read(root)
  return 0
}

private struct Run {
  let input: [UInt8]
  let document: YAMLDocument
  private var shown: [String] = []

  init(input: [UInt8], document: YAMLDocument) {
    self.input = input
    self.document = document
  }

  mutating func read(_ root: Node) {
    let (manifest, findings) = Manifest.read(root, file: "a.yaml")
    show(findings)
    guard let manifest else { return }
    for environment in ["default", "prod"] {
      let reader = DesiredLinksReader(
        values: EnvironmentValues(environment: environment, values: values),
        declaredEnvironments: ["default", "prod"]
      )
      let read = reader.read(manifest)
      let (state, duplicates) = DesiredState.merging([read], environment: environment)
      let findings = read.findings + duplicates
      show(findings + state.lookAlikes)
      check(state, isWhole: !findings.contains { $0.severity == .error })
    }
  }

  private var values: [JSONValue.Member] {
    [.init("region", "us-east-1"), .init("port", 3306), .init("list", ["a", true])]
  }

  private mutating func check(_ state: DesiredState, isWhole: Bool) {
    guard let today = CalendarDate("2026-07-01") else { preconditionFailure("no such day") }
    var ledger = WaiverLedger(today: today)
    let context = CheckContext(
      policy: SecretPolicy(allow: ["A*"], roots: ["/run/secrets"]),
      folder: "/project",
      ownSources: [.environment("OWN")]
    )
    for link in state.links {
      let findings = LinkCheck.all.flatMap { $0.findings(link, context) }
      show(ledger.unwaived(findings, of: link))
    }
    show(ledger.findings(on: state.links))
    if isWhole { render(state) }
    for link in state.links { checkNoLeak(of: link) }
  }

  /// Each finding as a person and as a program sees it.
  mutating func show(_ findings: [Diagnostic]) {
    for finding in findings {
      shown.append(finding.message)
      shown.append(finding.json.document)
      guard let place = finding.location else { continue }
      require(place.line > 0 && place.column > 0, "a place that no editor knows")
      let echo = document.echo(at: place) { SourceVisibility.isPublic($0, $1) }
      if let echo { shown.append(echo.line) }
    }
  }

  private mutating func render(_ state: DesiredState) {
    for link in state.links {
      guard let type = link.type, case .declared(let credentials) = link.credentials else {
        continue
      }
      let definition = LinkDefinition(
        type: type,
        credentials: credentials,
        config: link.config,
        description: link.description
      )
      let statement = Statement(.create(.orReplace, definition), link.address)
      let sql = statement.sql({ .string($0.placeholder) }, tag: { _, _ in TagDraft.placeholder })
      require((try? StatementGate.check(sql)) != nil, "a statement of our own is refused")
      shown.append(statement.preview)
    }
  }

  /// A literal in a secret place that stands nowhere else in the file must not be seen anywhere.
  private func checkNoLeak(of link: DesiredLink) {
    guard case .declared(let credentials) = link.credentials else { return }
    for literal in credentials.hiddenLiterals {
      guard let text = literal.reveal().text, text.utf8.count >= 10,
        text.utf8.allSatisfy({ $0 != 0x20 && $0 < 0x80 }), occurrences(of: Array(text.utf8)) == 1,
        !Self.vocabulary.contains(text)
      else { continue }
      require(!shown.contains { Self.holds(Array($0.utf8), text) }, "a secret was shown")
    }
  }

  /// Words that findings say by themselves.
  private static let vocabulary = Set(
    Rule.allCases.map(\.rawValue) + LinkReader.keys + LinkType.all.flatMap(\.keys).map(\.name)
      + LinkType.all.flatMap(\.keys).flatMap(choices)
  )

  /// What a finding proposes instead of a value that a key does not know.
  private static func choices(of key: LinkKey) -> [String] {
    if case .choice(let choices) = key.form { choices } else { [] }
  }

  private func occurrences(of needle: [UInt8]) -> Int {
    guard input.count >= needle.count else { return 0 }
    return (0...(input.count - needle.count)).count { input[$0...].starts(with: needle) }
  }

  private static func holds(_ text: [UInt8], _ needle: String) -> Bool {
    text.indices.contains { text[$0...].starts(with: needle.utf8) }
  }
}
