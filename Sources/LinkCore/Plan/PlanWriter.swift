extension Plan {
  package static let kind = "linkctl.plan"
  package static let formatVersion = "1.0"

  /// The plan's document; the same inputs give the same bytes.
  package func json(digest: String) -> JSONValue {
    let members: [JSONValue.Member] = [
      .init("format_version", .string(Plan.formatVersion)),
      .init("kind", .string(Plan.kind)),
      .init("plan_digest", .string(digest)),
      .init("environment", .string(environment)),
      .init("owner", .string(owner)),
      .init("inputs", inputs.json),
      .init("summary", summary.json),
      .init("resource_changes", .array(changes.map(\.json))),
      .init("blocked", .array(blocked.compactMap(\.blockJSON))),
      .init("unmanaged", .array(unmanaged.map { .string($0.description) })),
      .init("orphaned", []),
      .init("guardrails", []),
      .init("left_out", .number(JSONNumber(leftOut))),
      .init("diagnostics", .array(diagnostics.map(\.json))),
    ]
    return .object(members + overrides)
  }

  /// What was overridden by name; nothing where nothing was.
  private var overrides: [JSONValue.Member] {
    let names = accepted.map { JSONValue.string($0.rawValue) }
    return names.isEmpty ? [] : [.init("accepted", .array(names))]
  }

  /// What the digest is taken of: everything that says what would be done, and nothing that says
  /// what the rest of the catalog holds.
  package var digested: JSONValue {
    let members: [JSONValue.Member] = [
      .init("environment", .string(environment)),
      .init("owner", .string(owner)),
      .init("target", .string(inputs.target)),
      .init("resource_changes", .array(actions.map(\.json))),
      .init("blocked", .array(blocked.compactMap(\.blockJSON))),
    ]
    return .object(members + overrides)
  }
}

extension Plan.Inputs {
  fileprivate var json: JSONValue {
    .object([
      .init("manifests_digest", .string(manifestsDigest)),
      .init("catalog_digest", .string(catalogDigest)),
      .init("catalog_taken_at", catalogTakenAt.map(JSONValue.string) ?? .null),
      .init("server_version", .string(serverVersion)),
      .init("target", .string(target)),
    ])
  }
}

extension Plan.Summary {
  fileprivate var json: JSONValue {
    let counts = [
      ("create", create), ("update", update), ("adopt", adopt), ("recreate", recreate),
      ("drop", drop), ("blocked", blocked), ("not_ours", notOurs), ("unchanged", unchanged),
      ("unverifiable", unverifiable), ("unmanaged", unmanaged), ("orphaned", orphaned),
    ]
    return .object(counts.map { .init($0.0, .number(JSONNumber($0.1))) })
  }
}

extension LinkChange {
  fileprivate var json: JSONValue {
    .object([
      .init("address", .string(address.description)),
      .init("type", "singlestore_link"),
      .init("link_type", .string(typeName)),
      .init("database", .string(address.database)),
      .init("name", .string(address.name)),
      .init("source", after.source.json),
      .init(
        "change",
        [
          "actions": .array(action.names.map(JSONValue.string)),
          "before": before?.changeJSON ?? .null,
          "after": after.isAbsent ? .null : after.changeJSON,
        ]
      ),
      .init("fields", .array(fields.map(\.json))),
      .init("action_reason", .string(reason.rawValue)),
      .init("credentials", .string(credentials.rawValue)),
      .init("statements", .array(statements.map(\.json))),
      .init("pipelines", .array(pipelines.map(\.useJSON))),
    ])
  }

  fileprivate var blockJSON: JSONValue? {
    block.map { block in
      [
        "address": .string(address.description),
        "reason": .string(block.reason.rawValue),
        "message": .string("\(block.message); \(block.advice)"),
        "source": after.source.json,
      ]
    }
  }
}

extension LinkChange.Action {
  fileprivate var names: [String] {
    switch self {
    case .create: ["create"]
    case .update: ["update"]
    case .recreate: ["delete", "create"]
    case .drop: ["delete"]
    case .none: ["no-op"]
    }
  }
}

extension CatalogLink {
  fileprivate var changeJSON: JSONValue {
    let rest: [JSONValue.Member] = [
      .init("description", description.map(JSONValue.string) ?? .null),
      .init("tag", tag.map(JSONValue.string) ?? .null),
    ]
    return .object([.init("type", .string(type))] + config.members + rest)
  }
}

extension DesiredLink {
  fileprivate var changeJSON: JSONValue {
    .object([
      .init("type", type.map { .string($0.name) } ?? .null),
      .init("config", shownConfig ?? .null),
      .init("description", description.map(JSONValue.string) ?? .null),
      .init("credentials", credentials.json),
    ])
  }
}

extension DesiredLink.Credentials {
  /// `null` where they are not managed, an empty text where the clause holds one.
  fileprivate var json: JSONValue {
    switch self {
    case .unmanaged: .null
    case .none: ""
    case .declared(let value): value.json(\.json)
    }
  }
}

extension Hole {
  fileprivate var json: JSONValue {
    switch self {
    case .literal: .string(placeholder)
    case .reference(let reference): reference.json
    }
  }
}

extension Reference {
  /// As a manifest writes it.
  package var json: JSONValue {
    let source: JSONValue.Member =
      switch source {
      case .environment(let name): .init("env", .string(name))
      case .file(let path): .init("file", .string(path))
      }
    let affixes = [("prefix", prefix), ("suffix", suffix)].filter { !$0.1.isEmpty }
    return .object([source] + affixes.map { .init($0.0, .string($0.1)) })
  }
}

extension FieldChange {
  fileprivate var json: JSONValue {
    let known: [JSONValue.Member] = [
      .init("path", .string(path.description)),
      .init("before", before ?? .null),
      .init("after", after ?? .null),
      .init("source", source.json),
    ]
    return .object(isUnreadable ? known + [.init("unverifiable", true)] : known)
  }
}

extension Statement {
  fileprivate var json: JSONValue {
    var sources: [String] = []
    for reference in references where !sources.contains("\(reference.source)") {
      sources.append("\(reference.source)")
    }
    return ["sql": .string(preview), "secrets": .array(sources.map(JSONValue.string))]
  }
}

extension Snapshot.Pipeline {
  fileprivate var useJSON: JSONValue {
    ["database": .string(database), "name": .string(name), "state": .string(state)]
  }
}
