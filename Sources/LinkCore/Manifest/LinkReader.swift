/// Reads a link's map, after defaults and overrides, as what the author wants.
package struct LinkReader {
  package static let keys = [
    "type", "database", "description", "config", "credentials", "state", "update", "protect",
    "ignore", "rotation", "only", "environments", "allow",
  ]

  private var reader: NodeReader
  private let name: Node.Entry
  private let values: EnvironmentValues

  package init(_ name: Node.Entry, file: String, values: EnvironmentValues) {
    reader = NodeReader(file: file)
    self.name = name
    self.values = values
  }

  private static func label(_ name: Node.Entry) -> String { "link '\(name.key.shown)'" }

  private var label: String { Self.label(name) }

  package var findings: [Diagnostic] { reader.findings }

  /// The link, without what is wrong with it, which `findings` tells; checks find the rest in it.
  package mutating func link(_ body: Node, fileDatabase: Node?) -> DesiredLink? {
    guard !body.holdsMore(than: SizeLimit.ofLink) else {
      reader.report(.tooMany(label, limit: SizeLimit.ofLink, at: reader.place(of: name.keyNode)))
      return nil
    }
    let name = name
    guard
      let fields = reader.fields(
        body,
        of: Self.label(name),
        known: LinkReader.keys,
        hint: Self.hint
      )
    else { return nil }
    let isAbsent =
      fields["state"].flatMap {
        reader.word($0, named: "state", among: ["present", "absent"])
      } == "absent"
    let type = type(fields, isAbsent: isAbsent)
    return DesiredLink(
      address: LinkAddress(
        database: database(fields, fileDatabase) ?? "",
        name: checkedName() ?? ""
      ),
      type: type,
      isAbsent: isAbsent,
      description: description(fields["description"]),
      config: fields["config"].flatMap { config($0) },
      credentials: credentials(fields["credentials"], type: type),
      update: fields["update"].flatMap { update($0) } ?? .replace,
      isProtected: fields["protect"].flatMap { reader.bool($0, named: "protect") } ?? false,
      ignored: fields["ignore"].map { ignored($0, type: type, config: fields["config"]) } ?? [],
      rotation: fields["rotation"].flatMap { rotation($0) },
      waivers: fields["allow"].map { reader.waivers($0) } ?? [],
      source: reader.place(of: name.keyNode),
      body: body,
      valuePlaces: values.places
    )
  }

  /// What to tell of a key that belongs elsewhere.
  private static func hint(_ key: String) -> String? {
    let known = LinkType.all.lazy.compactMap { $0.key(key) }.first { !$0.isFamily }
    if let known { return "; it belongs below '\(known.clause.rawValue)'" }
    return switch key {
    case "name": "; a link's name is the key that its map stands behind"
    case "db": "; did you mean 'database'?"
    default: nil
    }
  }

  private mutating func type(_ fields: Fields, isAbsent: Bool) -> LinkType? {
    guard let node = fields["type"] else {
      if !isAbsent, !fields.isMisspelt("type") {
        report(.missingField, "\(label) has no type; one of \(LinkType.list)", at: name.keyNode)
      }
      return nil
    }
    guard let text = reader.text(node, named: "type") else { return nil }
    if let type = LinkType.named(text) { return type }
    let advice = Suggestion.didYouMean(text.uppercasedASCII, among: LinkType.all.map(\.name))
    report(
      .unknownType,
      "unknown type '\(text.escapedASCII)'\(advice ?? "; one of \(LinkType.list)")",
      at: node
    )
    return nil
  }

  private mutating func database(_ fields: Fields, _ fileDatabase: Node?) -> String? {
    guard let node = fields["database"] ?? fileDatabase else {
      report(
        .missingField,
        "\(label) has no database; set 'database' here or at the top of the file",
        at: name.keyNode
      )
      return nil
    }
    guard
      let value = reader.json(node, named: "database", values: values),
      case .string(let text) = value
    else {
      if node.entries == nil { _ = reader.text(node, named: "database") }
      return nil
    }
    return checked(text, named: "database", at: node)
  }

  private mutating func checkedName() -> String? {
    checked(name.key, named: "link name", at: name.keyNode)
  }

  private mutating func checked(_ text: String, named kind: String, at node: Node) -> String? {
    guard let problem = NameRule.problem(of: text) else { return text }
    report(.badName, "\(kind) \(problem)", at: node)
    return nil
  }

  private mutating func description(_ node: Node?) -> String? {
    guard let node, let value = reader.json(node, named: "description", values: values) else {
      return nil
    }
    guard case .string(let text) = value else {
      reader.reportKind(of: node, named: "description", expected: "text")
      return nil
    }
    guard text.utf8.count <= TaggedDescription.longestText else {
      report(.badValue, "description is longer than 64 KiB", at: node)
      return nil
    }
    return text.isEmpty ? nil : text
  }

  private mutating func config(_ node: Node) -> JSONValue? {
    guard reader.mapping(node, named: "config") != nil else { return nil }
    guard let value = reader.json(node, named: "config", values: values) else { return nil }
    guard value.members != nil else {
      reader.reportKind(of: node, named: "config", expected: "a map (key: value)")
      return nil
    }
    return value
  }

  private mutating func credentials(
    _ node: Node?,
    type: LinkType?
  ) -> DesiredLink.Credentials {
    guard let node else { return type?.name == LinkType.hdfs.name ? .none : .unmanaged }
    guard reader.mapping(node, named: "credentials") != nil else { return .unmanaged }
    guard !node.isReference else {
      report(
        .badReference,
        "credentials are a map of keys; put the reference behind one of them",
        at: node
      )
      return .unmanaged
    }
    let value = reader.value(node, named: "credentials", .secretsToo, values: values)
    let hidden = value.map { value in
      value.hiding { path in type?.isSecret(credential: path) ?? true }
    }
    return hidden.map(DesiredLink.Credentials.declared) ?? .unmanaged
  }

  /// Any text; a number counts as the digits that were written.
  private mutating func rotation(_ node: Node) -> String? {
    guard let value = reader.json(node, named: "rotation", values: values) else { return nil }
    switch value {
    case .string(let text): return text
    case .number(let number): return number.text
    default:
      reader.reportKind(of: node, named: "rotation", expected: "text such as 2026-11")
      return nil
    }
  }

  private static let updatePolicies = DesiredLink.UpdatePolicy.allCases.map(\.rawValue)

  private mutating func update(_ node: Node) -> DesiredLink.UpdatePolicy? {
    reader.word(node, named: "update", among: Self.updatePolicies)
      .flatMap(DesiredLink.UpdatePolicy.init(rawValue:))
  }

  private mutating func ignored(_ node: Node, type: LinkType?, config: Node?) -> [FieldPath] {
    (reader.texts(node, named: "ignore") ?? []).compactMap { text, item in
      let roots = ["description", "config", "credentials"]
      let path = FieldPath(parsing: text)
      if let path, let key = path.unquotedKey(of: type, config) {
        let quoted = FieldPath(["config", key])
        report(
          .badValue,
          "ignore: a key with dots needs quotes; did you mean '\(quoted)'?",
          at: item
        )
        return nil
      }
      if let path, let root = path.components.first, roots.contains(root),
        root == "config" || path.components.count == 1
      {
        return path
      }
      report(.badValue, "ignore: '\(text.shown)' is no path\(pathAdvice(text, roots))", at: item)
      return nil
    }
  }

  private func pathAdvice(_ text: String, _ roots: [String]) -> String {
    if FieldPath(parsing: text)?.components.first == "credentials" {
      return "; credentials can only be ignored as a whole"
    }
    if let advice = Suggestion.didYouMean(text, among: roots) { return advice }
    let path = FieldPath(["config", text])
    if name.value["config"]?.entry(text) != nil { return "; did you mean '\(path)'?" }
    return "; expected description, config, config.KEY, config.\"KEY.WITH.DOTS\" or credentials"
  }

  private mutating func report(_ rule: Rule, _ message: String, at node: Node) {
    reader.report(rule, message, at: node)
  }
}

extension FieldPath {
  /// The key of CONFIG that was meant, where a path goes through maps that are not there and its
  /// words make a key: `config.security.protocol`.
  fileprivate func unquotedKey(of type: LinkType?, _ config: Node?) -> String? {
    guard components.count > 2, components[0] == "config", config?[components[1]] == nil else {
      return nil
    }
    let key = components.dropFirst().joined(separator: ".")
    return config?.entry(key) != nil || type?.key(key, in: .config) != nil ? key : nil
  }
}
