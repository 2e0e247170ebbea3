extension LinkType {
  /// The page of all types and their keys, as Markdown.
  package static func referencePage() -> String {
    ([introduction] + all.map(\.section)).joined(separator: "\n")
  }

  private static let introduction = """
    # Link types and their keys

    This page is made from what linkctl itself checks; a test fails where the two differ.

    A key that is not listed gives a warning, never an error: the server may know more keys than its
    documentation. Of a type that hands keys on to a library only a likely slip is reported. All but
    the secrets may be written into a manifest; a secret comes by `env` or `file`, and a key of
    CREDENTIALS that is not listed counts as one unless its name is that of an account, a user, a
    role or an id.

    | in the table | means |
    |---|---|
    | **required** | without it a link of the type cannot work |
    | usual | most links have it |
    | **secret** | never shown, never written down |
    | *page* | documented by the server, on that page |
    | observed: *place* | published code uses it |
    | inferred: *library* | follows from what the server is built on |

    """
}

extension LinkType.Introduction {
  /// Since when there is the type, for a reader.
  fileprivate var sentence: String {
    let beginning = "From SingleStore \(version) on"
    guard let preview else { return beginning + "." }
    return beginning + "; from \(preview.version) as a preview, with `\(preview.variable)` on."
  }
}

extension LinkType {
  /// The part of the page about this type.
  private var section: String {
    var parts = ["## \(name)\n", summary + "\n"]
    if let deprecation { parts.append("**Deprecated**: \(deprecation).\n") }
    if let since { parts.append(since.sentence + "\n") }
    parts += [credentialsNote + "\n", table + "\n"]
    if let passThrough { parts.append(note(on: passThrough) + "\n") }
    if !rules.isEmpty {
      parts += ["What goes together:\n", rules.map { "- \($0)" }.joined(separator: "\n") + "\n"]
    }
    return parts.joined(separator: "\n")
  }

  private var credentialsNote: String {
    allowsEmptyCredentials
      ? "`credentials: {}` is allowed: the link then needs none."
      : "Credentials are needed: `credentials: {}` gives a warning."
  }

  private var table: String {
    let head = """
      | key | clause | value | needed | secret | meaning | source |
      |---|---|---|---|---|---|---|

      """
    return head + keys.map(\.row).joined(separator: "\n")
  }

  private func note(on passThrough: PassThrough) -> String {
    let sentence =
      "Other keys are handed on to \(passThrough.library); one that linkctl does not know is "
      + "reported only where it looks like a slip."
    guard !passThrough.aliases.isEmpty else { return sentence }
    let aliases = passThrough.aliases.sorted { $0.key.precedes($1.key) }
      .map { "`\($0.key)` is another name of `\($0.value)`" }
    return sentence + " " + aliases.joined(separator: "; ") + "."
  }

  /// What is checked across keys, a sentence each.
  private var rules: [String] {
    combinations.map(\.sentence) + encryptionRules
      + endpoints.map { "`\($0)` with `http://` and credentials: what is sent is not encrypted." }
  }

  private var encryptionRules: [String] {
    guard let encryption else { return [] }
    let plain = encryption.plain.map { "`\($0)`" }.joined(separator: " or ")
    let secrets = encryption.secrets.map { "`\($0)`" }.joined(separator: ", ")
    return [
      "\(secrets) with `\(encryption.key)` \(plain) (`\(encryption.byDefault)` is the default): "
        + "what is sent is not encrypted."
    ]
  }
}

extension LinkKey {
  fileprivate var row: String {
    let cells = [
      "`\(name)`", clause.rawValue, form.cell, need, isSecret ? "**secret**" : "",
      replacement.map { "\(meaning). **Deprecated**: use `\($0)`" } ?? meaning, source.cell,
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  private var need: String {
    switch requirement {
    case .required: "**required**"
    case .usual: "usual"
    case .optional: ""
    }
  }
}

extension LinkKey.Source {
  fileprivate var cell: String {
    switch self {
    case .documented(let page): "*\(page)*"
    case .observed(let place): "observed: *\(place)*"
    case .inferred(let library): "inferred: *\(library)*"
    }
  }
}

extension KeyForm {
  fileprivate var cell: String {
    switch self {
    case .choice(let choices): choices.map { "`\($0)`" }.joined(separator: ", ")
    case .boolean: "`true` or `false`"
    case .booleanText: "`\"true\"` or `\"false\"`"
    default: wanted
    }
  }
}

extension KeyCombination {
  /// The rule in words: condition, demand and reason.
  fileprivate var sentence: String {
    switch (condition, demand) {
    case (.anyOf(let keys), .all(let others)) where keys == others:
      "\(Self.list(keys, "and")) go together: \(why)."
    default:
      "\(subject) \(predicate): \(why)."
    }
  }

  private var subject: String {
    switch condition {
    case .anyOf(let keys): Self.list(keys, "or")
    case .value(let key, let values): "`\(key)` \(Self.list(values, "or"))"
    }
  }

  private var predicate: String {
    switch demand {
    case .all(let keys): "needs \(Self.list(keys, "and"))"
    case .oneOf(let keys): "needs \(Self.list(keys, "or"))"
    case .noneOf(let keys): "excludes \(Self.list(keys, "and"))"
    case .value(let key, let values): "needs `\(key)` to be \(Self.list(values, "or"))"
    }
  }

  /// `a`, `b` and `c`.
  private static func list(_ names: [String], _ conjunction: String) -> String {
    let quoted = names.map { "`\($0)`" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}
