extension JSONValue {
  /// Compact, with keys in byte order: the form that statements carry and digests are taken of.
  package var canonical: String { String(decoding: canonicalBytes, as: UTF8.self) }

  /// The bytes of `canonical`.
  package var canonicalBytes: [UInt8] {
    var writer = CanonicalWriter()
    writer.sorted(self)
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
  /// Whether nothing stands yet in what is open.
  private var isEmpty = true

  var bytes: [UInt8] { output.bytes }

  /// Several things, each in a line.
  static func lines<Things: Sequence>(
    _ things: Things,
    _ tell: (inout CanonicalWriter, Things.Element) -> Void
  ) -> [UInt8] {
    var writer = CanonicalWriter()
    for thing in things {
      tell(&writer, thing)
      writer.output.append(0x0A)
    }
    return writer.bytes
  }
}

/// Whoever tells an object tells its keys in byte order.
extension CanonicalWriter: JSONSink {
  mutating func null() { output.append("null" as StaticString) }

  mutating func bool(_ bool: Bool) {
    output.append(bool ? "true" : "false" as StaticString)
  }

  mutating func number(_ number: JSONNumber) { output.append(number.text) }

  mutating func number(_ number: Int) { output.append(decimal: number) }

  mutating func text(_ text: String) { output.append(json: text, isCanonical: true) }

  mutating func object(_ body: (inout CanonicalWriter) -> Void) {
    output.append(UInt8(ascii: "{"))
    isEmpty = true
    body(&self)
    output.append(UInt8(ascii: "}"))
    isEmpty = false
  }

  mutating func list<Items: Sequence>(
    _ items: Items,
    _ body: (inout CanonicalWriter, Items.Element) -> Void
  ) {
    output.append(UInt8(ascii: "["))
    isEmpty = true
    for item in items {
      separate()
      body(&self, item)
    }
    output.append(UInt8(ascii: "]"))
    isEmpty = false
  }

  mutating func key(_ key: StaticString) {
    separate()
    key.withUTF8Buffer { output.append(quoted: $0) }
    output.append(UInt8(ascii: ":"))
  }

  mutating func key(_ key: String) {
    separate()
    output.append(json: key, isCanonical: true)
    output.append(UInt8(ascii: ":"))
  }

  private mutating func separate() {
    if !isEmpty { output.append(UInt8(ascii: ",")) }
    isEmpty = false
  }
}
