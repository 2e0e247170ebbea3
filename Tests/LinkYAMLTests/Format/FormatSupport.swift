import LinkCore
import LinkYAML
import Testing

/// A text in canonical form; `nil` where it is refused.
func formatted(_ text: String, as shape: DocumentShape = .manifest) -> String? {
  (try? YAMLFormatter.format(Array(text.utf8), file: "a.yml", as: shape)).map {
    String(decoding: $0.bytes, as: UTF8.self)
  }
}

/// What a document says, in a form of the tests' own: keys sorted, kinds of scalars spelt out.
func meaning(_ node: Node?) -> String {
  guard let node else { return "nothing" }
  switch node.content {
  case .sequence(let items): return "[" + items.map { meaning($0) }.joined(separator: ",") + "]"
  case .mapping(let entries):
    let sorted = entries.sorted { $0.key.precedes($1.key) }
    return "{" + sorted.map { "<\($0.key)>:" + meaning($0.value) }.joined(separator: ",") + "}"
  case .scalar(let scalar):
    if scalar.isMissing { return "missing" }
    switch ScalarValue(scalar) {
    case .null: return "null"
    case .bool(let bool): return "\(bool)"
    case .number(let number): return "number(\(number.text))"
    case .text(let text): return "<\(text)>"
    }
  }
}

func trimmedComments(_ document: YAMLDocument) -> [String] {
  document.comments.map { comment in
    let bytes = Array(comment.text.utf8)
    let end = bytes.lastIndex { $0 != 0x20 && $0 != 0x09 }.map { $0 + 1 } ?? 0
    return String(decoding: bytes[..<end], as: UTF8.self)
  }.sorted { $0.precedes($1) }
}

/// Expects of a file whatever is true of every file; `false` where it is one that is refused.
@discardableResult
func expectLaws(
  _ bytes: [UInt8],
  as shape: DocumentShape = .manifest,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) -> Bool {
  let text = String(decoding: bytes, as: UTF8.self)
  let before = YAMLParser.parse(bytes, file: "a.yml")
  let once: FormattedFile
  do throws(FormatRefusal) {
    once = try YAMLFormatter.format(bytes, file: "a.yml", as: shape)
  } catch .malformed(let findings) {
    #expect(findings.contains { $0.severity == .error }, sourceLocation: sourceLocation)
    return false
  } catch {
    Issue.record("meaning lost: \(text.debugDescription)", sourceLocation: sourceLocation)
    return true
  }
  let result = String(decoding: once.bytes, as: UTF8.self)
  let after = YAMLParser.parse(once.bytes, file: "a.yml")
  let twice = try? YAMLFormatter.format(once.bytes, file: "a.yml", as: shape)
  var broken: [String] = []
  if twice?.bytes != once.bytes || twice?.isChanged != false { broken.append("not stable") }
  if meaning(after.root) != meaning(before.root) { broken.append("another meaning") }
  if trimmedComments(after) != trimmedComments(before) { broken.append("other comments") }
  if once.bytes.last != 0x0A || once.bytes.first == 0x0A { broken.append("wrong ends") }
  if !broken.isEmpty {
    let again = twice.map { String(decoding: $0.bytes, as: UTF8.self) } ?? "refused"
    Issue.record(
      "\(broken): \(text.debugDescription)\n\(text)\n--- once\n\(result)\n--- twice\n\(again)",
      sourceLocation: sourceLocation
    )
  }
  return true
}

/// SplitMix64, so that every run sees the same inputs.
struct SeededRandomness: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
