/// Why a text is no snapshot that can be read, for a person.
package struct SnapshotError: Error, Hashable, Sendable {
  package let rule: Rule
  package let message: String
}

extension Snapshot {
  /// Reads a snapshot from the text of its file.
  package init(reading bytes: [UInt8]) throws(SnapshotError) {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(reading: bytes)
    } catch {
      throw SnapshotError(
        rule: .jsonSyntax,
        message: "not JSON: \(error.message) (byte \(error.offset))"
      )
    }
    try self.init(document: Field(value, path: "the snapshot"))
  }

  private init(document: Field) throws(SnapshotError) {
    let kind = try document.member("kind").text()
    guard kind == Snapshot.kind else {
      throw document.error("kind is '\(kind.shown)', not '\(Snapshot.kind)'")
    }
    let version = try document.member("format_version").text()
    guard version.split(separator: ".").first == "1" else {
      throw SnapshotError(
        rule: .newerFormat,
        message: "made by a newer linkctl (format \(version.shown); this one reads 1)"
      )
    }
    let links = try Field.all(document.member("links")) { link throws(SnapshotError) in
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

  private func checkDuplicates() throws(SnapshotError) {
    for (one, next) in zip(links, links.dropFirst()) where one.address == next.address {
      throw SnapshotError(
        rule: .duplicateLink,
        message: "link \(one.address.description.shown) stands twice in the snapshot"
      )
    }
  }
}

extension Snapshot.Server {
  /// Where a hand has left the capabilities out, the version and the links tell.
  fileprivate init(reading field: Field, links: [CatalogLink]) throws(SnapshotError) {
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
  fileprivate init(reading document: Field) throws(SnapshotError) {
    guard let list = try document.optional("pipelines") else {
      self = .unknown
      return
    }
    let known = try Field.all(list) { pipeline throws(SnapshotError) in
      try Snapshot.Pipeline(reading: pipeline)
    }
    self.init(known: known, isComplete: try document.optional("pipelines_complete")?.bool() ?? true)
  }
}

extension Snapshot.Pipeline {
  fileprivate init(reading field: Field) throws(SnapshotError) {
    database = try field.member("database").text()
    name = try field.member("name").text()
    state = try field.member("state").text()
    link = try field.member("link").address()
  }
}

extension CatalogLink {
  fileprivate init(reading field: Field) throws(SnapshotError) {
    address = LinkAddress(
      database: try field.member("database").text(),
      name: try field.member("name").text()
    )
    type = try field.member("type").text()
    let description = try field.optional("description")?.text()
    self.description = description?.isEmpty == true ? nil : description
    tag = try field.optional("tag")?.text()
    config = try Config(reading: field, of: LinkType.named(type))
  }
}

extension CatalogLink.Config {
  /// A file may have come from anywhere: what is secret in it is redacted as if it were read now.
  fileprivate init(reading link: Field, of type: LinkType?) throws(SnapshotError) {
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

/// A value with its place in the document, for messages.
private struct Field {
  let value: JSONValue
  let path: String

  init(_ value: JSONValue, path: String) {
    self.value = value
    self.path = path
  }

  func error(_ problem: String) -> SnapshotError {
    SnapshotError(rule: .wrongKind, message: "\(path): \(problem)")
  }

  func member(_ key: String) throws(SnapshotError) -> Field {
    guard value.members != nil else { throw error("expected an object, got \(value.kind)") }
    guard let member = value[key] else { throw error("'\(key)' is missing") }
    return Field(member, path: path == "the snapshot" ? key : "\(path).\(key)")
  }

  /// `nil` where the member is missing or null.
  func optional(_ key: String) throws(SnapshotError) -> Field? {
    guard value[key] != nil else { return nil }
    let field = try member(key)
    if case .null = field.value { return nil }
    return field
  }

  func text() throws(SnapshotError) -> String {
    guard let text = value.text else { throw error("expected a text, got \(value.kind)") }
    return text
  }

  func bool() throws(SnapshotError) -> Bool {
    guard case .bool(let bool) = value else {
      throw error("expected true or false, got \(value.kind)")
    }
    return bool
  }

  func texts() throws(SnapshotError) -> [String] {
    try Field.all(self) { item throws(SnapshotError) in try item.text() }
  }

  /// A link's address as `description` writes it.
  func address() throws(SnapshotError) -> LinkAddress {
    guard let path = FieldPath(parsing: try text()), path.components.count == 2 else {
      throw error("expected DATABASE.LINK")
    }
    return LinkAddress(database: path.components[0], name: path.components[1])
  }

  static func all<Item>(
    _ list: Field,
    _ read: (Field) throws(SnapshotError) -> Item
  ) throws(SnapshotError) -> [Item] {
    guard let items = list.value.items else {
      throw list.error("expected a list, got \(list.value.kind)")
    }
    var results: [Item] = []
    for (index, item) in items.enumerated() {
      results.append(try read(Field(item, path: "\(list.path)[\(index)]")))
    }
    return results
  }
}
