extension PlanDocument {
  /// The document without its own digest; the same plan gives the same bytes.
  package var json: JSONValue {
    .object([
      .init("format_version", .string(PlanDocument.formatVersion)),
      .init("kind", .string(PlanDocument.kind)),
      .init("plan_digest", .string(planDigest)),
      .init("environment", .string(environment)),
      .init("owner", .string(owner)),
      .init("inputs", inputsJSON),
      .init("options", options.json),
      .init("summary", summary.json),
      .init("resource_changes", .array(changes.map(\.json))),
      .init("blocked", .array(changes.compactMap(\.blockJSON))),
      .init("unmanaged", .array(unmanaged.map(JSONValue.string))),
      .init("orphaned", .array(orphaned.map(JSONValue.string))),
      .init("guardrails", []),
      .init("left_out", .number(JSONNumber(leftOut))),
      .init("diagnostics", .array(findings.map(\.json))),
    ])
  }
}

extension PlanDocument {
  /// That links carry no tags is said where it is so.
  private var inputsJSON: JSONValue {
    isTagging ? inputs.json : .object((inputs.json.members ?? []) + [.init("tags", false)])
  }
}

extension JSONValue {
  /// A document with the digest of all the rest at its end.
  ///
  /// It tells whether a file was cut, merged or edited on its way. Anybody can compute it anew, so
  /// that it proves nothing about who wrote the file.
  package func stamped(by digest: (JSONValue) -> String) -> JSONValue {
    .object((members ?? []) + [Member(JSONValue.stampKey, .string(digest(self)))])
  }

  static let stampKey = "document_digest"
}

extension Plan.Inputs {
  fileprivate var json: JSONValue {
    let given: [JSONValue.Member] = isTargetGiven ? [.init("target_given", true)] : []
    let known: [JSONValue.Member] = [
      .init("manifests_digest", .string(manifestsDigest)),
      .init("files", .object(files.map { .init($0.file, .string($0.digest)) })),
      .init("catalog_digest", .string(catalogDigest)),
      .init("catalog_taken_at", catalogTakenAt.map(JSONValue.string) ?? .null),
      .init("server_version", .string(serverVersion)),
      .init("server_capabilities", .array(serverCapabilities.map(JSONValue.string))),
      .init("target", .string(target)),
    ]
    return .object(known + given)
  }
}

extension PlanDocument.Options {
  var json: JSONValue {
    let lists = [
      ("only", only), ("exclude", exclude), ("allow_drop", allowDrop),
      ("allow_recreate", allowRecreate), ("rotate", rotate),
    ]
    let members = lists.map { JSONValue.Member($0.0, .array($0.1.map(JSONValue.string))) }
    return .object(members + rare)
  }

  /// What few plans are made with stands only where it is so.
  private var rare: [JSONValue.Member] {
    let named = [("adopt", adopt), ("take_over", takeOver), ("accept", accepted)]
    let lists = named.filter { !$0.1.isEmpty }
      .map { JSONValue.Member($0.0, .array($0.1.map(JSONValue.string))) }
    let isUsual = style.isIdentical(to: PlanOptions.Style.replace.rawValue)
    return isUsual ? lists : [.init("style", .string(style))] + lists
  }
}

extension Plan.Summary {
  fileprivate var json: JSONValue {
    .object(Self.counts.map { .init($0.0, .number(JSONNumber(self[keyPath: $0.1]))) })
  }

  /// Every count with its name, in the document's order.
  static var counts: [(String, WritableKeyPath<Plan.Summary, Int>)] {
    [
      ("create", \.create), ("update", \.update), ("adopt", \.adopt), ("recreate", \.recreate),
      ("drop", \.drop), ("blocked", \.blocked), ("not_ours", \.notOurs),
      ("unchanged", \.unchanged), ("unverifiable", \.unverifiable), ("unmanaged", \.unmanaged),
      ("orphaned", \.orphaned),
    ]
  }
}

// MARK: - Changes

extension PlanDocument.Change {
  /// What is so of a few links only stands where it is so.
  var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("address", .string(address.description)),
      .init("type", "singlestore_link"),
      .init("link_type", .string(linkType)),
      .init("database", .string(address.database)),
      .init("name", .string(address.name)),
      .init("source", source.json),
      .init("change", sides),
      .init("fields", .array(fields.map(\.json))),
      .init("action_reason", .string(reason)),
      .init("credentials", .string(credentials)),
      .init("statements", .array(statements.map(\.json))),
      .init("pipelines", .array(pipelines.map(\.json))),
    ]
    if let sent { members.append(.init("sent", .array(sent.map(\.json)))) }
    if isHeld { members.append(.init("held", true)) }
    if !unverifiable.isEmpty {
      members.append(.init("unverifiable", .array(unverifiable.map(JSONValue.string))))
    }
    if let foreign {
      members.append(
        .init(
          "not_ours",
          .object([
            .init("reason", .string(foreign.reason)),
            .init("owner", foreign.owner.map(JSONValue.string) ?? .null),
          ])
        )
      )
    }
    if !retargets.isEmpty {
      members.append(.init("retargets", .array(retargets.map(JSONValue.string))))
    }
    return .object(members)
  }

  private var sides: JSONValue {
    .object([
      .init("actions", .array(action.names.map(JSONValue.string))),
      .init("before", before ?? .null),
      .init("after", after ?? .null),
    ])
  }

  var blockJSON: JSONValue? {
    block.map { block in
      .object([
        .init("address", .string(address.description)),
        .init("reason", .string(block.reason)),
        .init("message", .string(block.message)),
        .init("advice", .string(block.advice)),
        .init("source", source.json),
      ])
    }
  }
}

extension LinkChange.Action {
  /// As documents name it.
  var names: [String] {
    switch self {
    case .create: ["create"]
    case .update, .adopt: ["update"]
    case .recreate: ["delete", "create"]
    case .drop: ["delete"]
    case .none: ["no-op"]
    }
  }
}

extension FieldChange {
  /// A value that is null is told from one that is not set.
  fileprivate var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("path", .string(path.description)),
      .init("before", before ?? .null),
      .init("after", after ?? .null),
      .init("source", source.json),
    ]
    if isUnreadable { members.append(.init("unverifiable", true)) }
    if case .null? = before { members.append(.init("before_is_null", true)) }
    if case .null? = after { members.append(.init("after_is_null", true)) }
    return .object(members)
  }
}

extension PlanDocument.SentField {
  fileprivate var json: JSONValue {
    .object([
      .init("path", .string(path.description)),
      .init("value", value),
      .init("secret", .bool(isSecret)),
      .init("source", source.json),
    ])
  }
}

extension PlanDocument.ShownStatement {
  var json: JSONValue {
    let known: [JSONValue.Member] = [
      .init("sql", .string(sql)), .init("secrets", .array(secrets.map { .string("\($0)") })),
    ]
    return .object(isHiding ? known + [.init("hiding", true)] : known)
  }
}

extension PlanDocument.Pipeline {
  fileprivate var json: JSONValue {
    .object([
      .init("database", .string(database)), .init("name", .string(name)),
      .init("state", .string(state)),
    ])
  }
}
