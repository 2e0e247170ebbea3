extension Snapshot {
  /// Reads a snapshot from the text of its file.
  package init(
    reading bytes: [UInt8],
    by workers: some Workers = OneWorker()
  ) throws(DocumentError) {
    let document = try DocumentField(reading: bytes, named: "the snapshot")
    try document.check(kind: Snapshot.kind, format: Snapshot.formatVersion)
    let links = try document.member("links").all(by: workers) { link throws(DocumentError) in
      try CatalogLink(reading: link)
    }
    try self.init(
      takenAt: document.optional("taken_at")?.text(),
      server: Server(reading: document.member("server"), links: links),
      databases: document.member("databases").texts(),
      isComplete: document.member("complete").bool(),
      links: links,
      pipelines: Pipelines(reading: document)
    )
    try checkDuplicates()
  }

  private func checkDuplicates() throws(DocumentError) {
    for (one, next) in zip(links, links.dropFirst()) where one.address == next.address {
      throw DocumentError(
        rule: .duplicateLink,
        message: "link \(one.address.description.shown) stands twice in the snapshot"
      )
    }
  }
}

extension Snapshot.Server {
  /// Where a hand has left the capabilities out, the version and the links tell.
  fileprivate init(reading field: DocumentField, links: [CatalogLink]) throws(DocumentError) {
    product = try field.member("product").text()
    version = try field.member("version").text()
    if let listed = try field.optional("capabilities") {
      capabilities = Set(try listed.texts().map(Capability.init))
    } else {
      let showsConfig = links.isEmpty || links.contains { !$0.config.members.isEmpty }
      capabilities = Capability.assumed(version: version, showsConfig: showsConfig)
    }
  }
}

extension Snapshot.Pipelines {
  /// Where the list is left out, nothing is known of them.
  fileprivate init(reading document: DocumentField) throws(DocumentError) {
    guard let list = try document.optional("pipelines") else {
      self = .unknown
      return
    }
    let known = try list.all { pipeline throws(DocumentError) in
      try Snapshot.Pipeline(reading: pipeline)
    }
    self.init(known: known, isComplete: try document.optional("pipelines_complete")?.bool() ?? true)
  }
}

extension Snapshot.Pipeline {
  fileprivate init(reading field: DocumentField) throws(DocumentError) {
    database = try field.member("database").text()
    name = try field.member("name").text()
    state = try field.member("state").text()
    link = try field.member("link").address()
  }
}

extension CatalogLink {
  fileprivate convenience init(reading field: DocumentField) throws(DocumentError) {
    let address = LinkAddress(
      database: try field.member("database").text(),
      name: try field.member("name").text()
    )
    let type = try field.member("type").text()
    self.init(
      address: address,
      type: type,
      description: TaggedDescription(
        documented: try field.optional("description")?.text(),
        tag: try field.optional("tag")?.text()
      ),
      config: try Config(reading: field, of: LinkType.named(type))
    )
  }
}

extension CatalogLink.Config {
  /// A file may have come from anywhere: what is secret in it is redacted as if it were read now.
  fileprivate init(reading link: DocumentField, of type: LinkType?) throws(DocumentError) {
    guard let value = link.value["config"] else {
      self = .unreadable
      return
    }
    switch value {
    case .null: self = .readable(nil)
    case .object: self = .readable(LinkType.redacting(value, of: type))
    default: throw link.error("config is \(value.kind), not an object")
    }
  }
}
