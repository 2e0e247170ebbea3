/// Writes JSON as files and stdout carry it: indented by two spaces, members in the order they are
/// told, every control or invisible character escaped.
///
/// Secrets are masked in its texts.
struct DocumentWriter: JSONSink, ~Copyable {
  private var output: ByteWriter
  private let redactor: Redactor
  private var depth: Int
  /// Whether nothing stands yet in what is open.
  private var isEmpty = true

  /// With room for so many bytes to begin with.
  init(masking redactor: Redactor = Redactor(), depth: Int = 0, room: Int = 4_096) {
    self.redactor = redactor
    self.depth = depth
    output = ByteWriter(room: room)
  }

  var bytes: [UInt8] { output.bytes }

  mutating func endLine() { output.append(0x0A) }

  mutating func object(_ body: (inout Self) -> Void) {
    open("{")
    body(&self)
    close("}")
  }

  mutating func list<Items: Sequence>(
    _ items: Items,
    _ body: (inout Self, Items.Element) -> Void
  ) {
    open("[")
    self.items(items, areFirst: true, body)
    close("]")
  }

  /// Items of a list without its brackets.
  mutating func items<Items: Sequence>(
    _ items: Items,
    areFirst: Bool,
    _ body: (inout Self, Items.Element) -> Void
  ) {
    isEmpty = areFirst
    for item in items {
      separate()
      body(&self, item)
    }
  }

  /// A list whose items are written elsewhere; where they belong.
  mutating func gap(isEmpty: Bool) -> Int {
    open("[")
    let gap = output.count
    self.isEmpty = isEmpty
    close("]")
    return gap
  }

  mutating func key(_ key: StaticString) {
    separate()
    key.withUTF8Buffer { output.append(quoted: $0) }
    endKey()
  }

  mutating func key(_ key: String) {
    separate()
    output.append(json: key, isCanonical: false)
    endKey()
  }

  private mutating func endKey() {
    output.append(UInt8(ascii: ":"))
    output.append(0x20)
  }
}

// MARK: - Scalars

extension DocumentWriter {
  mutating func null() { output.append("null" as StaticString) }

  mutating func bool(_ bool: Bool) {
    output.append(bool ? "true" : "false" as StaticString)
  }

  mutating func number(_ number: JSONNumber) { output.append(number.text) }

  mutating func number(_ number: Int) { output.append(decimal: number) }

  mutating func text(_ text: String) {
    output.append(json: redactor.isEmpty ? text : redactor.redact(text), isCanonical: false)
  }
}

// MARK: - Marks

extension DocumentWriter {
  private mutating func open(_ mark: Unicode.Scalar) {
    output.append(UInt8(ascii: mark))
    depth += 1
    isEmpty = true
  }

  private mutating func close(_ mark: Unicode.Scalar) {
    depth -= 1
    if !isEmpty { breakLine() }
    output.append(UInt8(ascii: mark))
    isEmpty = false
  }

  /// Goes to where the next member or item begins.
  private mutating func separate() {
    if !isEmpty { output.append(UInt8(ascii: ",")) }
    isEmpty = false
    breakLine()
  }

  private mutating func breakLine() {
    output.appendLine(indentedBy: 2 * depth)
  }
}
