/// Why some bytes are no document that can be read, for a person.
package struct DocumentError: Error, Hashable, Sendable {
  package let rule: Rule
  package let message: String
}

/// A value of a JSON document with its place in it, which is spelt out for messages only.
struct DocumentField: Sendable {
  let value: JSONValue
  /// The document's name.
  private let document: String
  /// What leads to the list or object that this is in.
  private let base: String
  private let index: Int?
  private let key: String?

  private init(
    _ value: JSONValue,
    in document: String,
    below base: String = "",
    index: Int? = nil,
    key: String? = nil
  ) {
    self.value = value
    self.document = document
    self.base = base
    self.index = index
    self.key = key
  }

  /// `resource_changes[3].fields`; empty for the document itself.
  private var way: String {
    let item = index.map { "\(base)[\($0)]" } ?? base
    return key.map { item.isEmpty ? $0 : "\(item).\($0)" } ?? item
  }

  /// Reads a whole document; the name stands for it in messages: `the snapshot`.
  init(reading bytes: [UInt8], named name: String) throws(DocumentError) {
    do throws(JSONError) {
      self.init(try JSONValue(reading: bytes), in: name)
    } catch {
      throw DocumentError(
        rule: .jsonSyntax,
        message: "not JSON: \(error.message) (byte \(error.offset))"
      )
    }
  }

  /// Makes sure that this is a document of a kind, in a format whose major version is ours; minor
  /// versions only add members.
  func check(kind: String, format: String) throws(DocumentError) {
    let found = try member("kind").text()
    guard found.isIdentical(to: kind) else {
      throw error("kind is '\(found.shown)', not '\(kind)'")
    }
    let version = try member("format_version").text()
    let major = { (version: String) in version.split(separator: ".").first.flatMap { Int($0) } }
    guard let found = major(version), let ours = major(format), found >= ours else {
      throw error("format_version is '\(version.shown)', not '\(format)'")
    }
    guard found == ours else {
      throw DocumentError(
        rule: .newerFormat,
        message: "made by a newer linkctl (format \(version.shown); this one reads \(ours))"
      )
    }
  }

  func error(_ problem: String) -> DocumentError {
    DocumentError(
      rule: .wrongKind,
      message: "\(way.isEmpty ? document : way): \(problem)"
    )
  }
}

// MARK: - Members and items

extension DocumentField {
  func member(_ key: String) throws(DocumentError) -> DocumentField {
    guard value.members != nil else { throw error("expected an object, got \(value.kind)") }
    guard let member = value[key] else { throw error("'\(key)' is missing") }
    return field(member, key)
  }

  /// `nil` where the member is missing or null.
  func optional(_ key: String) throws(DocumentError) -> DocumentField? {
    switch value[key] {
    case nil, .null?: nil
    case let member?: field(member, key)
    }
  }

  private func field(_ member: JSONValue, _ key: String) -> DocumentField {
    self.key == nil
      ? DocumentField(member, in: document, below: base, index: index, key: key)
      : DocumentField(member, in: document, below: way, key: key)
  }

  /// What is read of each item of a list, in its order.
  func all<Item>(
    _ read: (DocumentField) throws(DocumentError) -> Item
  ) throws(DocumentError) -> [Item] {
    let items = try items()
    return try all(items[...], below: way, read)
  }

  /// The same for long lists; of several items that are wrong the first is told.
  func all<Item: Sendable>(
    by workers: some Workers,
    _ read: @Sendable (DocumentField) throws(DocumentError) -> Item
  ) throws(DocumentError) -> [Item] {
    let base = way
    let parts = workers.mapParts(of: try items()) { part in
      Result { () throws(DocumentError) in try all(part, below: base, read) }
    }
    var results: [Item] = []
    for part in parts { results += try part.get() }
    return results
  }

  private func items() throws(DocumentError) -> [JSONValue] {
    guard let items = value.items else { throw error("expected a list, got \(value.kind)") }
    return items
  }

  private func all<Item>(
    _ part: ArraySlice<JSONValue>,
    below base: String,
    _ read: (DocumentField) throws(DocumentError) -> Item
  ) throws(DocumentError) -> [Item] {
    var results: [Item] = []
    results.reserveCapacity(part.count)
    for index in part.indices {
      results.append(try read(DocumentField(part[index], in: document, below: base, index: index)))
    }
    return results
  }
}

extension DocumentField {
  /// What is read of each member of an object, in its order.
  func members<Item>(
    _ read: (String, DocumentField) throws(DocumentError) -> Item
  ) throws(DocumentError) -> [Item] {
    guard let members = value.members else {
      throw error("expected an object, got \(value.kind)")
    }
    var results: [Item] = []
    for member in members {
      results.append(try read(member.key, field(member.value, member.key)))
    }
    return results
  }
}

// MARK: - Values

extension DocumentField {
  func text() throws(DocumentError) -> String {
    guard let text = value.text else { throw error("expected a text, got \(value.kind)") }
    return text
  }

  func bool() throws(DocumentError) -> Bool {
    guard case .bool(let bool) = value else {
      throw error("expected true or false, got \(value.kind)")
    }
    return bool
  }

  /// A whole number that counts something.
  func count() throws(DocumentError) -> Int {
    guard case .number(let number) = value else {
      throw error("expected a number, got \(value.kind)")
    }
    guard let count = Int(number.text), count >= 0 else {
      throw error("expected a whole number, got \(number.text)")
    }
    return count
  }

  func texts() throws(DocumentError) -> [String] {
    try all { item throws(DocumentError) in try item.text() }
  }

  /// A field's path as `description` writes it.
  func path() throws(DocumentError) -> FieldPath {
    guard let path = FieldPath(parsing: try text()) else { throw error("expected a path") }
    return path
  }

  /// A link's address as `description` writes it.
  func address() throws(DocumentError) -> LinkAddress {
    guard let path = FieldPath(parsing: try text()), path.components.count == 2 else {
      throw error("expected DATABASE.LINK")
    }
    return LinkAddress(database: path.components[0], name: path.components[1])
  }

  /// A place in a file.
  func location() throws(DocumentError) -> SourceLocation {
    SourceLocation(
      file: try member("file").text(),
      line: try member("line").count(),
      column: try member("column").count()
    )
  }
}
