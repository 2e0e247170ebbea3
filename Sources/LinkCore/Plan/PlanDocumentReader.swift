extension PlanDocument {
  /// Reads a saved plan from the text of its file; `digest` gives the digest of bytes.
  ///
  /// Members that a later minor version has added are passed over.
  package init(
    reading bytes: [UInt8],
    digest: (ArraySlice<UInt8>) -> String
  ) throws(DocumentError) {
    let document = try DocumentField(reading: bytes, named: "the plan")
    try document.check(kind: PlanDocument.kind, format: PlanDocument.formatVersion)
    if let failure = try document.optional("error") {
      let message = try failure.member("message").text()
      throw document.error("holds no plan, for planning failed: \(message.shown)")
    }
    guard
      StampedDocument.isIntact(
        bytes,
        stamp: try document.member(StampedDocument.key).text(),
        digest: digest
      )
    else {
      throw DocumentError(
        rule: .alteredFile,
        message:
          "the plan was altered after it was written (\(StampedDocument.key) does not match)"
      )
    }
    try self.init(document)
  }

  private init(_ document: DocumentField) throws(DocumentError) {
    planDigest = try document.member("plan_digest").text()
    environment = try document.member("environment").text()
    owner = try document.member("owner").text()
    let inputs = try document.member("inputs")
    isTagging = try inputs.optional("tags")?.bool() ?? true
    self.inputs = try Plan.Inputs(reading: inputs)
    options = try Options(reading: document.member("options"))
    summary = try Plan.Summary(reading: document.member("summary"))
    changes = try Self.changes(document)
    unmanaged = try document.member("unmanaged").texts()
    orphaned = try document.optional("orphaned")?.texts() ?? []
    leftOut = try document.member("left_out").count()
    guardrails = try document.optional("guardrails")?.all(Guardrail.init(reading:)) ?? []
    findings = try document.member("diagnostics").all { finding throws(DocumentError) in
      try Finding(reading: finding)
    }
  }

  /// Each with what blocks it, which stands in a list of its own.
  private static func changes(_ document: DocumentField) throws(DocumentError) -> [Change] {
    var blocks: [LinkAddress: Block] = [:]
    for (address, block) in try document.member("blocked").all(Block.read) {
      blocks[address] = block
    }
    var seen: Set<LinkAddress> = []
    let changes = try document.member("resource_changes").all { field throws(DocumentError) in
      let address = try field.changeAddress()
      guard seen.insert(address).inserted else {
        throw field.error("'\(address.description.shown)' stands twice")
      }
      return try Change(reading: field, address, block: blocks.removeValue(forKey: address))
    }
    if let stray = blocks.keys.min() {
      throw document.error("blocks '\(stray.description.shown)', which it does not list")
    }
    return changes
  }
}

extension DocumentField {
  fileprivate func changeAddress() throws(DocumentError) -> LinkAddress {
    let address = LinkAddress(
      database: try member("database").text(),
      name: try member("name").text()
    )
    let full = try member("address")
    guard try full.text().isIdentical(to: address.description) else {
      throw full.error("is not '\(address.description.shown)'")
    }
    return address
  }

  /// Whether a member that stands only where it is so does.
  fileprivate func flag(_ key: String) throws(DocumentError) -> Bool {
    try optional(key)?.bool() ?? false
  }
}

extension Plan.Inputs {
  fileprivate init(reading field: DocumentField) throws(DocumentError) {
    self.init(
      manifestsDigest: try field.member("manifests_digest").text(),
      files: try field.member("files").members { file, digest throws(DocumentError) in
        FileDigest(file: file, digest: try digest.text())
      },
      catalogDigest: try field.member("catalog_digest").text(),
      catalogTakenAt: try field.optional("catalog_taken_at")?.text(),
      serverVersion: try field.member("server_version").text(),
      serverCapabilities: try field.member("server_capabilities").texts(),
      target: try field.member("target").text(),
      isTargetGiven: try field.flag("target_given")
    )
  }
}

extension PlanDocument.Options {
  fileprivate init(reading field: DocumentField) throws(DocumentError) {
    only = try field.member("only").texts()
    exclude = try field.member("exclude").texts()
    allowDrop = try field.member("allow_drop").texts()
    allowRecreate = try field.member("allow_recreate").texts()
    adopt = try field.optional("adopt")?.texts() ?? []
    takeOver = try field.optional("take_over")?.texts() ?? []
    rotate = try field.member("rotate").texts()
    style = try field.optional("style")?.text() ?? PlanOptions.Style.replace.rawValue
    accepted = try field.optional("accept")?.texts() ?? []
  }
}

extension Plan.Summary {
  fileprivate init(reading field: DocumentField) throws(DocumentError) {
    self.init()
    for (name, count) in Self.counts { self[keyPath: count] = try field.member(name).count() }
  }
}

// MARK: - Changes

extension PlanDocument.Change {
  fileprivate convenience init(
    reading field: DocumentField,
    _ address: LinkAddress,
    block: PlanDocument.Block?
  ) throws(DocumentError) {
    let change = try field.member("change")
    let linkType = try field.member("link_type").text()
    let source = try field.member("source").location()
    let reason = try field.member("action_reason").text()
    self.init(
      address: address,
      linkType: linkType,
      source: source,
      action: try change.member("actions").action(for: reason),
      before: try change.optional("before").map { .read($0.value) },
      after: try change.optional("after").map { .read($0.value) },
      fields: try field.member("fields").all(FieldChange.init(reading:)),
      reason: reason,
      credentials: try field.member("credentials").text(),
      sent: try field.optional("sent")?.all(PlanDocument.SentField.init(reading:)),
      statements: try field.member("statements").all(PlanDocument.ShownStatement.init(reading:)),
      pipelines: try field.member("pipelines").all(PlanDocument.Pipeline.init(reading:)),
      isHeld: try field.flag("held"),
      unverifiable: try field.optional("unverifiable")?.texts() ?? [],
      foreign: try field.optional("not_ours").map(PlanDocument.ForeignLink.init(reading:)),
      retargets: try field.optional("retargets")?.texts() ?? [],
      block: block
    )
  }
}

extension PlanDocument.Guardrail {
  fileprivate init(reading field: DocumentField) throws(DocumentError) {
    name = try field.member("name").text()
    limit = try field.member("limit").count()
    actual = try field.member("actual").count()
    base = try field.optional("of")?.count()
    verdict = try field.member("verdict").text()
  }
}

extension PlanDocument.ForeignLink {
  fileprivate init(reading field: DocumentField) throws(DocumentError) {
    reason = try field.member("reason").text()
    owner = try field.optional("owner")?.text()
  }
}

extension DocumentField {
  /// An adoption is an update by its names.
  fileprivate func action(for reason: String) throws(DocumentError) -> LinkChange.Action {
    let names = try texts()
    guard let action = LinkChange.Action.allCases.first(where: { $0.names == names }) else {
      throw error("unknown actions \(names.joined(separator: ", ").shown)")
    }
    let isAdoption = reason.isIdentical(to: LinkChange.Reason.adopt.rawValue)
    return action == .update && isAdoption ? .adopt : action
  }
}

extension PlanDocument.Block {
  fileprivate static func read(
    _ field: DocumentField
  ) throws(DocumentError) -> (LinkAddress, PlanDocument.Block) {
    let block = PlanDocument.Block(
      reason: try field.member("reason").text(),
      message: try field.member("message").text(),
      advice: try field.member("advice").text()
    )
    return (try field.member("address").address(), block)
  }
}

extension FieldChange {
  fileprivate init(reading field: DocumentField) throws(DocumentError) {
    let side = { (key: String) throws(DocumentError) -> JSONValue? in
      let isNull = try field.flag("\(key)_is_null")
      return isNull ? .null : try field.optional(key)?.value
    }
    self.init(
      path: try field.member("path").path(),
      before: try side("before"),
      after: try side("after"),
      isUnreadable: try field.flag("unverifiable"),
      source: try field.member("source").location()
    )
  }
}

extension PlanDocument.SentField {
  fileprivate init(reading field: DocumentField) throws(DocumentError) {
    path = try field.member("path").path()
    value = try field.member("value").value
    isSecret = try field.member("secret").bool()
    source = try field.member("source").location()
  }
}

extension PlanDocument.ShownStatement {
  fileprivate init(reading field: DocumentField) throws(DocumentError) {
    sql = try field.member("sql").text()
    secrets = try field.member("secrets").all { item throws(DocumentError) in
      guard let source = Reference.Source(parsing: try item.text()) else {
        throw item.error("expected env:NAME or file:PATH")
      }
      return source
    }
    isHiding = try field.flag("hiding")
  }
}

extension PlanDocument.Pipeline {
  fileprivate init(reading field: DocumentField) throws(DocumentError) {
    database = try field.member("database").text()
    name = try field.member("name").text()
    state = try field.member("state").text()
  }
}
