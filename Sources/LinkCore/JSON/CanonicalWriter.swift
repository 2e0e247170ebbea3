extension JSONValue {
  /// Compact, with keys in byte order: the form that statements carry and digests are taken of.
  package var canonical: String { String(decoding: canonicalBytes, as: UTF8.self) }

  /// The bytes of `canonical`.
  package var canonicalBytes: [UInt8] {
    var writer = CanonicalWriter()
    writer.write(self)
    return writer.bytes
  }

  /// Indented by two spaces, members in their own order, with a line end: for files and stdout.
  ///
  /// Every control or invisible character stands escaped.
  package var document: String { String(decoding: documentBytes, as: UTF8.self) }

  /// The bytes of `document`.
  package var documentBytes: [UInt8] {
    var writer = DocumentWriter()
    writer.value(self)
    writer.endLine()
    return writer.bytes
  }
}

/// Writes values in the form in which what means the same is the same: compact, with keys in byte
/// order.
struct CanonicalWriter: ~Copyable {
  private var output = ByteWriter(room: 512)

  var bytes: [UInt8] { output.bytes }

  /// Several values, each in a line.
  static func lines(_ values: some Sequence<JSONValue>) -> [UInt8] {
    var writer = CanonicalWriter()
    for value in values {
      writer.write(value)
      writer.output.append(0x0A)
    }
    return writer.bytes
  }

  mutating func write(_ value: JSONValue) {
    switch value {
    case .null: output.append("null" as StaticString)
    case .bool(let bool): output.append(bool ? "true" : "false" as StaticString)
    case .number(let number): output.append(number.text)
    case .string(let text): output.append(json: text, isCanonical: true)
    case .array(let items): write(items)
    case .object(let members): write(members.sortedByKey)
    }
  }

  private mutating func write(_ items: [JSONValue]) {
    output.append(UInt8(ascii: "["))
    for index in items.indices {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      write(items[index])
    }
    output.append(UInt8(ascii: "]"))
  }

  private mutating func write(_ members: [JSONValue.Member]) {
    output.append(UInt8(ascii: "{"))
    for index in members.indices {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      output.append(json: members[index].key, isCanonical: true)
      output.append(UInt8(ascii: ":"))
      write(members[index].value)
    }
    output.append(UInt8(ascii: "}"))
  }
}
