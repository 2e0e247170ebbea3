extension SecretRules {
  /// Reads a text as JSON; `nil` where it is none.
  package typealias Parse = (String) -> JSONValue?

  /// Why a setting is taken for a secret; the path is what leads to it below CONFIG.
  ///
  /// Objects, arrays and texts that hold JSON are looked through.
  package static func finding(
    path: [String],
    value: JSONValue,
    parse: @escaping Parse
  ) -> SecretFinding? {
    var scan = SecretScan(parse: parse)
    for length in path.indices.dropLast() {
      if let found = key(at: Array(path[...length])) { return found }
    }
    scan.look(at: value, path: path)
    return scan.findings.max { $0.finding.action < $1.finding.action }?.finding
  }

  /// Every setting of a CONFIG that is taken for a secret, at any depth, with its path.
  ///
  /// Where a whole object is a secret by its key, only the object is named; what is found in an
  /// array, or in a text that holds JSON, is named by the key of that. What the name of a key says
  /// is for the caller to judge, who may know the key to be public.
  package static func scan(
    _ config: JSONValue,
    below base: FieldPath = FieldPath(["config"]),
    keyFinding: @escaping ([String]) -> SecretFinding? = key(at:),
    parse: @escaping Parse
  ) -> [(path: FieldPath, finding: SecretFinding)] {
    var scan = SecretScan(keyFinding: keyFinding, parse: parse)
    scan.look(at: config, path: [])
    return scan.findings.map { (FieldPath(base.components + $0.path), $0.finding) }
  }
}

/// A walk through settings that collects what is taken for a secret.
private struct SecretScan {
  typealias Found = (path: [String], finding: SecretFinding)

  /// What the name of the key says that a path leads to.
  let keyFinding: ([String]) -> SecretFinding?
  let parse: SecretRules.Parse
  private(set) var findings: [Found] = []
  /// How deep texts in texts are read.
  private var depth = 0

  init(
    keyFinding: @escaping ([String]) -> SecretFinding? = SecretRules.key(at:),
    parse: @escaping SecretRules.Parse
  ) {
    self.keyFinding = keyFinding
    self.parse = parse
  }

  mutating func look(at value: JSONValue, path: [String]) {
    let byKey = path.isEmpty || value.isFlag ? nil : keyFinding(path)
    if let byKey, byKey.action > .warn {
      findings.append((path, byKey))
      return
    }
    let before = findings.count
    lookInside(value, path: path)
    if let byKey, byKey.action == .warn, findings.count == before { findings.append((path, byKey)) }
  }

  private mutating func lookInside(_ value: JSONValue, path: [String]) {
    switch value {
    case .object(let members):
      for member in members { look(at: member.value, path: path + [member.key]) }
    case .array(let items):
      report(items, at: path)
    case .string(let text):
      if let found = SecretRules.text(text, key: SecretRules.dotted(path)) {
        findings.append((path, found))
      } else if depth < 4, text.mayBeJSON, let inner = parse(text) {
        report([inner], at: path)
      }
    case .null, .bool, .number:
      break
    }
  }

  /// Looks through values that have no path of their own.
  private mutating func report(_ values: [JSONValue], at path: [String]) {
    var inner = SecretScan(parse: parse)
    inner.depth = depth + 1
    for value in values { inner.lookInside(value, path: path) }
    let strictest = inner.findings.max { $0.finding.action < $1.finding.action }
    if let strictest { findings.append((path, strictest.finding)) }
  }
}

extension SecretRules {
  /// Whether a text is no JSON, and nothing is found in it.
  static func isPlain(_ text: String, key: SecretRuleTable.Key) -> Bool {
    !text.mayBeJSON && self.text(text, key: key) == nil
  }

  /// What the rules read of a path: all of it, or the end of a long one, as what is before it was
  /// judged with the keys above.
  fileprivate static func dotted(_ path: [String]) -> String {
    if path.count == 1, path[0].utf8.count <= longestKey { return path[0].inLowerCase }
    var tail: [Substring.UTF8View] = []
    var length = 0
    for component in path.reversed() where length < longestKey {
      tail.append(component.utf8.suffix(longestKey))
      length += component.utf8.count + 1
    }
    return tail.reversed().map { String(decoding: $0, as: UTF8.self) }.joined(separator: ".")
      .inLowerCase
  }

  private static let longestKey = 512

  /// What the key says, as it is written or as it looks without accents.
  package static func key(at path: [String]) -> SecretFinding? {
    let key = dotted(path)
    if let found = SecretRules.key(key) { return found }
    guard !key.utf8Span.isKnownASCII else { return nil }
    let plain = LookAlike.skeleton(key).unicodeScalars.filter { !$0.isCombiningAccent }
    return SecretRules.key(String(plain).lowercased())
  }
}

extension Unicode.Scalar {
  fileprivate var isCombiningAccent: Bool { (0x300...0x36F).contains(value) }
}

extension JSONValue {
  /// Whether this is a switch or nothing at all, neither of which is a secret.
  fileprivate var isFlag: Bool {
    switch self {
    case .null, .bool: true
    default: false
    }
  }
}

extension String {
  /// All letters in lower case, those beyond ASCII too.
  fileprivate var inLowerCase: String {
    utf8Span.isKnownASCII ? asciiLowercased : lowercased()
  }

  fileprivate var mayBeJSON: Bool {
    let first = utf8.first { !$0.isSpace }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[") || first == UInt8(ascii: "\"")
  }
}
