extension Project {
  package static let keys = ["owner", "manifests", "environments", "secrets", "rules"]
  package static let environmentKeys = [
    "target", "password", "tls", "auth", "databases", "snapshot", "values", "tag",
    "guardrails",
  ]
  package static let guardrailKeys = Guardrail.Kind.allCases.map(\.rawValue)
  package static let securityKeys = ["ca", "verify"]
  package static let secretKeys = ["allow", "roots"]

  /// Reads a project file; `nil` where something is wrong that the findings tell.
  package static func read(
    _ root: Node,
    file: String
  ) -> (project: Project?, findings: [Diagnostic]) {
    var reader = NodeReader(file: file)
    guard let fields = reader.fields(root, of: "the project file", known: keys) else {
      return (nil, reader.findings)
    }
    let project = Project(
      owner: fields["owner"].flatMap { reader.owner($0) } ?? bare.owner,
      manifests: fields["manifests"].flatMap { reader.folder($0, named: "manifests") }
        ?? bare.manifests,
      environments: fields["environments"].map { reader.environments($0) } ?? [],
      secrets: fields["secrets"].map { reader.secretPolicy($0) } ?? SecretPolicy(),
      severities: fields["rules"].map { reader.severities($0) } ?? RuleSeverities()
    )
    let isWrong = reader.findings.contains { $0.severity == .error }
    return (isWrong ? nil : project, reader.findings)
  }
}

extension NodeReader {
  fileprivate mutating func owner(_ node: Node) -> String? {
    guard let text = text(node, named: "owner") else { return nil }
    if Tag.isOwner(text) { return text }
    report(.badValue, "owner: expected 1 to 32 letters, digits, '.', '_' or '-'", at: node)
    return nil
  }

  fileprivate mutating func folder(_ node: Node, named name: String) -> String? {
    guard let text = text(node, named: name) else { return nil }
    if !text.isEmpty, text != "." { return text }
    report(.badValue, "\(name): expected a folder of its own, such as links.d", at: node)
    return nil
  }

  fileprivate mutating func environments(_ node: Node) -> [Project.Environment] {
    (mapping(node, named: "environments") ?? []).compactMap { environment($0) }
  }

  private mutating func environment(_ entry: Node.Entry) -> Project.Environment? {
    if let problem = NameRule.problem(of: entry.key) {
      report(.badName, "environment name \(problem)", at: entry.keyNode)
    }
    let owner = "environment '\(entry.key.shown)'"
    guard let fields = fields(entry.value, of: owner, known: Project.environmentKeys) else {
      return nil
    }
    let environment = Project.Environment(
      name: entry.key,
      target: fields["target"].flatMap { target($0) },
      values: fields["values"].map { values($0) } ?? [],
      valuePlaces: fields["values"].map { valuePlaces($0) } ?? [:],
      databases: fields["databases"].map { databases($0) } ?? [],
      snapshot: fields["snapshot"].flatMap { path($0, named: "snapshot") },
      isTagging: fields["tag"].flatMap { bool($0, named: "tag") } ?? true,
      guardrails: fields["guardrails"].map { guardrails($0) } ?? [:],
      password: fields["password"].flatMap { password($0) },
      security: fields["tls"].map { security($0) } ?? TransportSecurity(),
      authentication: fields["auth"].flatMap { authentication($0) } ?? .hashed
    )
    if let place = fields["tls"] ?? fields["auth"] { checkSecurity(of: environment, at: place) }
    return environment
  }

  private mutating func target(_ node: Node) -> String? {
    guard let text = text(node, named: "target") else { return nil }
    guard let problem = Target.problem(of: text) else { return text }
    report(.badValue, "target: \(problem)", at: node)
    return nil
  }

  private mutating func values(_ node: Node) -> [JSONValue.Member] {
    let none = EnvironmentValues(environment: "")
    return (mapping(node, named: "values") ?? []).compactMap { entry in
      if entry.value.isReference {
        report(
          .badReference,
          "values are public text, numbers, lists or maps; no reference",
          at: entry.value
        )
        return nil
      }
      return json(entry.value, named: entry.key, values: none)
        .map { JSONValue.Member(entry.key, $0) }
    }
  }

  private func valuePlaces(_ node: Node) -> [ExactText: SourceLocation] {
    Dictionary(
      (node.entries ?? []).map { (ExactText($0.key), place(of: $0.keyNode)) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  private mutating func databases(_ node: Node) -> [String] {
    (texts(node, named: "databases") ?? []).compactMap { text, item in
      guard let problem = NameRule.problem(of: text) else { return text }
      report(.badName, "database \(problem)", at: item)
      return nil
    }
  }

  private mutating func guardrails(_ node: Node) -> [Guardrail.Kind: Int] {
    guard let fields = fields(node, of: "guardrails", known: Project.guardrailKeys) else {
      return [:]
    }
    var limits: [Guardrail.Kind: Int] = [:]
    for kind in Guardrail.Kind.allCases {
      limits[kind] = fields[kind.rawValue].flatMap { limit($0, of: kind) }
    }
    return limits
  }

  private mutating func limit(_ node: Node, of kind: Guardrail.Kind) -> Int? {
    let expected =
      kind.greatestLimit.map { "a whole number from 0 to \($0)" } ?? "a whole number, 0 or more"
    guard let scalar = node.scalar, case .number(let number) = ScalarValue(scalar) else {
      reportKind(of: node, named: kind.rawValue, expected: expected)
      return nil
    }
    if let limit = Int(number.text), (0...(kind.greatestLimit ?? .max)).contains(limit) {
      return limit
    }
    report(.badValue, "\(kind.rawValue): expected \(expected)", at: node)
    return nil
  }

  private mutating func password(_ node: Node) -> Reference? {
    switch reference(node) {
    case .some(.some(.secret(let reference))): return reference
    case .some(.none): return nil
    default:
      report(
        .badReference,
        "password: only by reference, { env: NAME } or { file: PATH }",
        at: node
      )
      return nil
    }
  }

  private mutating func security(_ node: Node) -> TransportSecurity {
    guard let fields = fields(node, of: "tls", known: Project.securityKeys) else {
      return TransportSecurity()
    }
    let words = TransportSecurity.Verification.allCases.map(\.rawValue)
    return TransportSecurity(
      authorities: fields["ca"].flatMap { path($0, named: "ca") },
      verification: fields["verify"].flatMap { word($0, named: "verify", among: words) }
        .flatMap(TransportSecurity.Verification.init)
    )
  }

  private mutating func path(_ node: Node, named name: String) -> String? {
    guard let text = text(node, named: name) else { return nil }
    if !text.isEmpty { return text }
    report(.badValue, "\(name): expected the path of a file", at: node)
    return nil
  }

  private mutating func authentication(_ node: Node) -> Authentication? {
    word(node, named: "auth", among: Authentication.words).flatMap(Authentication.init)
  }

  /// What a target forbids is said here as well as where it is connected to.
  private mutating func checkSecurity(of environment: Project.Environment, at node: Node) {
    guard let target = environment.target,
      case .server(let address) = try? Target(reading: target)
    else { return }
    do throws(TransportProblem) {
      _ = try environment.security.verification(of: address, for: environment.authentication)
    } catch {
      report(.badValue, error.message, at: node)
    }
  }

  fileprivate mutating func secretPolicy(_ node: Node) -> SecretPolicy {
    guard let fields = fields(node, of: "secrets", known: Project.secretKeys) else {
      return SecretPolicy()
    }
    return SecretPolicy(
      allow: fields["allow"].map { (texts($0, named: "allow") ?? []).map(\.text) },
      roots: fields["roots"].map { (texts($0, named: "roots") ?? []).map(\.text) } ?? []
    )
  }

  fileprivate mutating func severities(_ node: Node) -> RuleSeverities {
    var overrides: [Rule: Diagnostic.Severity?] = [:]
    for entry in mapping(node, named: "rules") ?? [] {
      guard let rule = rule(entry),
        let word = word(entry.value, named: entry.key, among: ["error", "warning", "off"])
      else { continue }
      overrides[rule] = .some(Diagnostic.Severity(rawValue: word))
    }
    return RuleSeverities(overrides)
  }

  private mutating func rule(_ entry: Node.Entry) -> Rule? {
    let known = Rule.allCases.filter { $0.kind == .rule }.map(\.rawValue)
    if let rule = Rule(rawValue: entry.key), rule.kind == .rule { return rule }
    let isForm = Rule(rawValue: entry.key) != nil
    let place = place(of: entry.keyNode)
    report(
      isForm
        ? .form(.badValue, "rule '\(entry.key)' is about form; its severity is fixed", at: place)
        : .unknownWord(entry.key, at: place, named: "rules", words: known, noun: "rule")
    )
    return nil
  }
}
