/// Why a text is no snapshot that can be read, for a person.
package struct SnapshotError: Error, Hashable, Sendable {
  package let rule: Rule
  package let message: String
}

extension Snapshot {
  /// Reads a snapshot from the text of its file.
  package init(
    reading bytes: [UInt8],
    by workers: some Workers = OneWorker()
  ) throws(SnapshotError) {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(reading: bytes)
    } catch {
      throw SnapshotError(
        rule: .jsonSyntax,
        message: "not JSON: \(error.message) (byte \(error.offset))"
      )
    }
    try self.init(document: Field(value), workers)
  }

  private init(document: Field, _ workers: some Workers) throws(SnapshotError) {
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
    try self.init(
      takenAt: document.optional("taken_at")?.text(),
      server: Server(reading: document.member("server")),
      databases: document.member("databases").texts(),
      isComplete: document.member("complete").bool(),
      links: document.member("links").all(by: workers) { link throws(SnapshotError) in
        try CatalogLink(reading: link)
      },
      pipelines: document.member("pipelines").all(by: workers) { pipeline throws(SnapshotError) in
        try Pipeline(reading: pipeline)
      }
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
  fileprivate init(reading field: Field) throws(SnapshotError) {
    product = try field.member("product").text()
    version = try field.member("version").text()
    capabilities = Set(try field.member("capabilities").texts().map(Capability.init))
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
  fileprivate convenience init(reading field: Field) throws(SnapshotError) {
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

/// A value with its place in the document, which is spelt out for messages only.
private struct Field {
  let value: JSONValue
  /// What leads to the list or object that this is in.
  private let base: String
  private let index: Int?
  private let key: String?

  init(_ value: JSONValue, below base: String = "", index: Int? = nil, key: String? = nil) {
    self.value = value
    self.base = base
    self.index = index
    self.key = key
  }

  private var path: String {
    let item = index.map { "\(base)[\($0)]" } ?? base
    return key.map { item.isEmpty ? $0 : "\(item).\($0)" } ?? item
  }

  func error(_ problem: String) -> SnapshotError {
    SnapshotError(
      rule: .wrongKind,
      message: "\(path.isEmpty ? "the snapshot" : path): \(problem)"
    )
  }

  func member(_ key: String) throws(SnapshotError) -> Field {
    guard value.members != nil else { throw error("expected an object, got \(value.kind)") }
    guard let member = value[key] else { throw error("'\(key)' is missing") }
    return self.key == nil
      ? Field(member, below: base, index: index, key: key) : Field(member, below: path, key: key)
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
    try all(by: OneWorker()) { item throws(SnapshotError) in try item.text() }
  }

  /// A link's address as `description` writes it.
  func address() throws(SnapshotError) -> LinkAddress {
    guard let path = FieldPath(parsing: try text()), path.components.count == 2 else {
      throw error("expected DATABASE.LINK")
    }
    return LinkAddress(database: path.components[0], name: path.components[1])
  }

  /// Every item of a list as what it is read as; of several that are wrong the first is told.
  func all<Item: Sendable>(
    by workers: some Workers,
    _ read: @Sendable (Field) throws(SnapshotError) -> Item
  ) throws(SnapshotError) -> [Item] {
    guard let items = value.items else { throw error("expected a list, got \(value.kind)") }
    let base = path
    let parts = workers.mapParts(of: items) { part in
      Result { () throws(SnapshotError) in
        var results: [Item] = []
        for index in part.indices {
          results.append(try read(Field(part[index], below: base, index: index)))
        }
        return results
      }
    }
    var all: [Item] = []
    for part in parts { all += try part.get() }
    return all
  }
}
