/// Why some bytes are no document that can be read, for a person.
package struct DocumentError: Error, Hashable, Sendable {
  package let rule: Rule
  package let message: String
}

/// A value of a JSON document with its place in it, for messages.
struct DocumentField {
  /// The way to a value, made into a text only where something is wrong with it.
  fileprivate indirect enum Place {
    case document(name: String)
    case member(String, of: Place)
    case item(Int, of: Place)
  }

  let value: JSONValue
  private let place: Place

  private init(_ value: JSONValue, at place: Place) {
    self.value = value
    self.place = place
  }

  /// Reads a whole document; the name stands for it in messages: `the snapshot`.
  init(reading bytes: [UInt8], named name: String) throws(DocumentError) {
    do throws(JSONError) {
      self.init(try JSONValue(reading: bytes), at: .document(name: name))
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
    DocumentError(rule: .wrongKind, message: "\(place): \(problem)")
  }
}

extension DocumentField.Place: CustomStringConvertible {
  /// `resource_changes[3].fields`, or the document's name.
  var description: String {
    switch self {
    case .document(let name): name
    case .member(let key, .document): key
    case .member(let key, let place): "\(place).\(key)"
    case .item(let index, let place): "\(place)[\(index)]"
    }
  }
}

// MARK: - Members and items

extension DocumentField {
  func member(_ key: String) throws(DocumentError) -> DocumentField {
    guard value.members != nil else { throw error("expected an object, got \(value.kind)") }
    guard let member = value[key] else { throw error("'\(key)' is missing") }
    return DocumentField(member, at: .member(key, of: place))
  }

  /// `nil` where the member is missing or null.
  func optional(_ key: String) throws(DocumentError) -> DocumentField? {
    switch value[key] {
    case nil, .null?: nil
    case let member?: DocumentField(member, at: .member(key, of: place))
    }
  }

  /// What is read of each item of a list, in its order.
  func all<Item>(
    _ read: (DocumentField) throws(DocumentError) -> Item
  ) throws(DocumentError) -> [Item] {
    guard let items = value.items else { throw error("expected a list, got \(value.kind)") }
    var results: [Item] = []
    results.reserveCapacity(items.count)
    for (index, item) in items.enumerated() {
      results.append(try read(DocumentField(item, at: .item(index, of: place))))
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
      let field = DocumentField(member.value, at: .member(member.key, of: place))
      results.append(try read(member.key, field))
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
