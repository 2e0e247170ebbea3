extension Node {
  private static let affixes = ["prefix", "suffix"]
  fileprivate static let keysOfReference = ["env", "file", "value"] + affixes

  /// Whether this map is written as a reference: nothing but a source and its prefix and suffix.
  package var isReference: Bool {
    guard case .mapping(let entries) = content else { return false }
    var hasSource = false
    // Of most maps the first key tells that they are none.
    for index in entries.indices {
      let isSource = Node.isSource(entries[index].key)
      guard isSource || Node.isAffix(entries[index].key) else { return false }
      hasSource = hasSource || isSource
    }
    return hasSource
  }

  /// The name of the environment's value that this map refers to.
  package var valueName: String? {
    isReference ? self["value"]?.scalar?.text : nil
  }

  /// Whether it was surely meant as a reference, though a key of it is misspelt.
  fileprivate var isNearReference: Bool {
    guard let entries, entries.contains(where: \.isSource) else { return false }
    return entries.allSatisfy { entry in
      entry.isSource || entry.isAffix
        || Suggestion.closest(to: entry.key, among: Node.affixes) != nil
    }
  }
}

extension Node {
  fileprivate static func isSource(_ key: String) -> Bool {
    (3...5).contains(key.utf8.count) && (key == "env" || key == "file" || key == "value")
  }

  fileprivate static func isAffix(_ key: String) -> Bool {
    key.utf8.count == 6 && (key == "prefix" || key == "suffix")
  }
}

extension Node.Entry {
  fileprivate var isSource: Bool { Node.isSource(key) }
  fileprivate var isAffix: Bool { Node.isAffix(key) }
}

/// A map read as a reference.
package enum WrittenReference: Sendable {
  case secret(Reference)
  /// The name of a value of the environment, with the place of that name.
  case value(name: String, prefix: String, suffix: String, SourceLocation)
}

extension NodeReader {
  /// `nil` where the map is no reference; `.some(nil)` where it is a wrong one, which is reported.
  package mutating func reference(_ node: Node) -> WrittenReference?? {
    guard node.isReference || node.isNearReference else { return .none }
    guard let fields = fields(node, of: "a reference", known: Node.keysOfReference) else {
      return .some(nil)
    }
    guard let source = fields.entries.first(where: \.isSource),
      fields.entries.count(where: \.isSource) == 1
    else {
      report(.badReference, "a reference has exactly one of env, file and value", at: node)
      return .some(nil)
    }
    return .some(reference(from: source, fields, at: place(of: node)))
  }

  private mutating func reference(
    from source: Node.Entry,
    _ fields: Fields,
    at location: SourceLocation
  ) -> WrittenReference? {
    let prefix = fields["prefix"].map { text($0, named: "prefix") } ?? ""
    let suffix = fields["suffix"].map { text($0, named: "suffix") } ?? ""
    guard let name = text(source.value, named: source.key), let prefix, let suffix else {
      return nil
    }
    guard let problem = ReferenceName.problem(of: name, source: source.key) else {
      let secret: Reference.Source? =
        switch source.key {
        case "env": .environment(name)
        case "file": .file(name)
        default: nil
        }
      return secret.map {
        .secret(Reference($0, prefix: prefix, suffix: suffix, location: location))
      } ?? .value(name: name, prefix: prefix, suffix: suffix, place(of: source.value))
    }
    report(.badReference, problem, at: source.value)
    return nil
  }
}

/// What a reference may name.
package enum ReferenceName {
  /// linkctl's own password and key: no link may ever send them anywhere.
  package static let reserved = [
    "SINGLESTORE_PASSWORD", "LINKCTL_PASSWORD", "LINKCTL_FINGERPRINT_KEY",
    "LINKCTL_FINGERPRINT_KEY_PREVIOUS", "LINKCTL_SANDBOX_PASSWORD",
  ]

  fileprivate static func problem(of name: String, source: String) -> String? {
    switch source {
    case "file": name.isEmpty ? "file: needs a path" : nil
    case "value": name.isEmpty ? "value: needs a name" : nil
    default: problem(ofVariable: name)
    }
  }

  private static func problem(ofVariable name: String) -> String? {
    if isVariable(name) {
      return reserved.contains(where: name.isIdentical)
        ? "\(name) is linkctl's own; no link may refer to it" : nil
    }
    switch name.utf8.first {
    case nil: return "env: needs the name of a variable"
    case UInt8(ascii: "$"):
      return
        "'\(name.shown)' is not a valid variable name; write the bare name, without '$' or braces"
    default:
      // Not shown: whoever writes something else here may have written the secret itself.
      return "this is not a valid variable name (letters, digits and _; no digit first)"
    }
  }

  /// Whether a text can be the name of an environment variable.
  package static func isVariable(_ name: String) -> Bool {
    guard let first = name.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
    else { return false }
    return name.hasOnlyBytes(\.isWord)
  }
}
