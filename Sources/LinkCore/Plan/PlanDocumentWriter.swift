extension PlanDocument {
  /// The document without its own digest; the same plan gives the same bytes.
  package var json: JSONValue {
    JSONValue { json in
      tell(&json) { $0.member("resource_changes", changes) { $1.tell(&$0) } }
    }
  }

  /// Hands the document on as files and stdout carry it, with its own digest at its end.
  package func write(
    masking redactor: Redactor,
    stampedBy digest: any RunningDigest,
    by workers: some Workers = OneWorker(),
    to deliver: @escaping @Sendable ([UInt8]) -> Void
  ) {
    var frame = DocumentWriter(masking: redactor)
    var gap = 0
    tell(&frame) { json in
      json.key("resource_changes")
      gap = json.gap(isEmpty: changes.isEmpty)
    }
    let document = StampedDocument(
      frame: frame.bytes,
      gap: gap,
      digest: digest,
      deliver: deliver
    )
    document.begin()
    workers.mapParts(of: changes) { part in
      var writer = DocumentWriter(masking: redactor, depth: 2, room: part.count * 2_048)
      writer.items(part, areFirst: part.startIndex == 0) { $1.tell(&$0) }
      return writer.bytes
    } inOrder: {
      document.add($0)
    }
    document.end()
  }

  private func tell<Sink: JSONSink & ~Copyable>(
    _ json: inout Sink,
    changes tellChanges: (inout Sink) -> Void
  ) {
    json.object { json in
      json.member("format_version", PlanDocument.formatVersion)
      json.member("kind", PlanDocument.kind)
      json.member("plan_digest", planDigest)
      json.member("environment", environment)
      json.member("owner", owner)
      json.member("inputs", orNull: inputsJSON)
      json.member("options", orNull: options.json)
      json.member("summary", orNull: summary.json)
      tellChanges(&json)
      json.member("blocked", changes.filter { $0.block != nil }) { $1.tellBlock(&$0) }
      json.member("unmanaged", unmanaged)
      json.member("orphaned", orphaned)
      json.member("guardrails", guardrails) { $1.tell(&$0) }
      json.member("left_out", leftOut)
      json.member("diagnostics", findings) { $0.value($1.json) }
    }
  }
}

extension PlanDocument {
  /// That links carry no tags is said where it is so.
  private var inputsJSON: JSONValue {
    isTagging ? inputs.json : .object((inputs.json.members ?? []) + [.init("tags", false)])
  }
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
  fileprivate func tell<Sink: JSONSink & ~Copyable>(_ json: inout Sink) {
    json.object { json in
      json.member("address", address.description)
      json.member("type", "singlestore_link")
      json.member("link_type", linkType)
      json.member("database", address.database)
      json.member("name", address.name)
      json.member("source", source)
      json.member("change") { tellSides(&$0) }
      json.member("fields", fields) { $1.tell(&$0) }
      json.member("action_reason", reason)
      json.member("credentials", credentials)
      json.member("statements", statements) { $1.tell(&$0) }
      json.member("pipelines", pipelines) { $1.tell(&$0) }
      if let sent { json.member("sent", sent) { $1.tell(&$0) } }
      json.member("held", ifTrue: isHeld)
      if !unverifiable.isEmpty { json.member("unverifiable", unverifiable) }
      if let foreign {
        json.member("not_ours") { json in
          json.member("reason", foreign.reason)
          json.member("owner", orNull: foreign.owner)
        }
      }
      if !retargets.isEmpty { json.member("retargets", retargets) }
    }
  }

  private func tellSides<Sink: JSONSink & ~Copyable>(_ json: inout Sink) {
    json.member("actions", action.names)
    json.key("before")
    if let before { before.tell(&json) } else { json.null() }
    json.key("after")
    if let after { after.tell(&json) } else { json.null() }
  }

  fileprivate func tellBlock<Sink: JSONSink & ~Copyable>(_ json: inout Sink) {
    json.object { json in
      json.member("address", address.description)
      json.member("reason", block?.reason ?? "")
      json.member("message", block?.message ?? "")
      json.member("advice", block?.advice ?? "")
      json.member("source", source)
    }
  }
}

extension PlanDocument.Guardrail {
  fileprivate func tell<Sink: JSONSink & ~Copyable>(_ json: inout Sink) {
    json.object { json in
      json.member("name", name)
      json.member("limit", limit)
      json.member("actual", actual)
      if let base { json.member("of", base) }
      json.member("verdict", verdict)
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
  fileprivate func tell<Sink: JSONSink & ~Copyable>(_ json: inout Sink) {
    json.object { json in
      json.member("path", path.description)
      json.member("before", orNull: before)
      json.member("after", orNull: after)
      json.member("source", source)
      json.member("unverifiable", ifTrue: isUnreadable)
      if case .null? = before { json.member("before_is_null", ifTrue: true) }
      if case .null? = after { json.member("after_is_null", ifTrue: true) }
    }
  }
}

extension PlanDocument.SentField {
  fileprivate func tell<Sink: JSONSink & ~Copyable>(_ json: inout Sink) {
    json.object { json in
      json.member("path", path.description)
      json.member("value", orNull: value)
      json.key("secret")
      json.bool(isSecret)
      json.member("source", source)
    }
  }
}

extension PlanDocument.ShownStatement {
  func tell<Sink: JSONSink & ~Copyable>(_ json: inout Sink) {
    json.object { json in
      json.member("sql", sql)
      json.member("secrets", secrets.map(\.description))
      json.member("hiding", ifTrue: isHiding)
    }
  }
}

extension PlanDocument.Pipeline {
  fileprivate func tell<Sink: JSONSink & ~Copyable>(_ json: inout Sink) {
    json.object { json in
      json.member("database", database)
      json.member("name", name)
      json.member("state", state)
    }
  }
}
