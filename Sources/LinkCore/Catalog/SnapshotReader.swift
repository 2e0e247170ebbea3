extension Snapshot {
  /// Reads a snapshot from the text of its file.
  package init(
    reading bytes: [UInt8],
    by workers: some Workers = OneWorker()
  ) throws(DocumentError) {
    let document = try DocumentField(reading: bytes, named: "the snapshot")
    try document.check(kind: Snapshot.kind, format: Snapshot.formatVersion)
    try self.init(
      takenAt: document.optional("taken_at")?.text(),
      server: Server(reading: document.member("server")),
      databases: document.member("databases").texts(),
      isComplete: document.member("complete").bool(),
      links: document.member("links").all(by: workers) { link throws(DocumentError) in
        try CatalogLink(reading: link)
      },
      pipelines: document.member("pipelines").all(by: workers) { pipeline throws(DocumentError) in
        try Pipeline(reading: pipeline)
      }
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
  fileprivate init(reading field: DocumentField) throws(DocumentError) {
    product = try field.member("product").text()
    version = try field.member("version").text()
    capabilities = Set(try field.member("capabilities").texts().map(Capability.init))
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
    let description = try field.optional("description")?.text()
    self.init(
      address: address,
      type: type,
      description: description?.isEmpty == true ? nil : description,
      tag: try field.optional("tag")?.text(),
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
