/// Replaces every resolved secret in a text by `***`, in whatever form it stands there: as it is,
/// escaped for JSON, SQL, a URL or HTML, in several such layers, in base64 or hexadecimal.
///
/// Of a secret of several lines each line counts as one too. Matches that overlap or touch become
/// one mask, so that nothing remains of a secret that begins like another.
package struct Redactor: Sendable {
  /// What stands in place of a secret.
  package static let mask = "***"

  /// Values shorter than this would be found everywhere: they are masked in strict mode only.
  private static let leastLength = 4

  private let usual: PatternSearch
  private let strict: PatternSearch

  /// Knows these secrets; one that is empty is none.
  package init(_ secrets: [Secret] = []) {
    var usual: Set<[UInt8]> = []
    var short: Set<[UInt8]> = []
    for secret in secrets {
      secret.reveal { text in
        let patterns = SecretForms(of: text).patterns
        if text.utf8.count >= Self.leastLength {
          usual.formUnion(patterns)
        } else {
          short.formUnion(patterns)
        }
      }
    }
    self.usual = PatternSearch(usual)
    strict = short.isEmpty ? self.usual : PatternSearch(usual.union(short))
  }

  /// Whether there is nothing to mask but in strict mode.
  package var isEmpty: Bool { usual.isEmpty }

  /// The document with every secret in its texts masked, so that it stays JSON whatever they are.
  package func redact(_ document: JSONValue) -> JSONValue {
    usual.isEmpty ? document : document.mappingTexts { redact($0) }
  }

  /// The text with every secret of at least four bytes masked.
  package func redact(_ text: String) -> String {
    guard !usual.isEmpty else { return text }
    return String(decoding: redact(Array(text.utf8)), as: UTF8.self)
  }

  /// The same of bytes, which need be no text.
  package func redact(_ bytes: [UInt8]) -> [UInt8] {
    masked(bytes, Pass(search: usual, isStrict: false))
  }

  /// The text with every secret masked, however short; also what stands at its very end and may be
  /// a secret cut off.
  package func redactAll(_ text: String) -> String {
    guard !strict.isEmpty else { return text }
    let bytes = masked(Array(text.utf8), Pass(search: strict, isStrict: true))
    return String(decoding: bytes, as: UTF8.self)
  }

  private func masked(_ bytes: [UInt8], _ pass: consuming Pass) -> [UInt8] {
    guard !pass.search.isEmpty, !bytes.isEmpty else { return bytes }
    pass.look(in: Unescaped(bytes), beneath: [])
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var rest = 0
    for range in pass.merged(in: bytes) {
      result += bytes[rest..<range.lowerBound]
      result += Self.mask.utf8
      rest = range.upperBound
    }
    return result + bytes[rest...]
  }
}

/// One search through a text and what it reads as with escapes undone.
private struct Pass {
  let search: PatternSearch
  let isStrict: Bool
  private var found: [Range<Int>] = []

  init(search: PatternSearch, isStrict: Bool) {
    self.search = search
    self.isStrict = isStrict
  }

  mutating func look(in text: Unescaped, beneath layers: [Escaping]) {
    let open = search.forEachMatch(in: text.bytes) { found.append(text.written($0)) }
    if isStrict, open >= SecretForms.leastLength {
      found.append(text.written(text.bytes.count - open..<text.bytes.count))
    }
    var seen: [[UInt8]] = []
    for escaping in Escaping.worthUndoing(beneath: layers) {
      guard let inner = text.undoing(escaping), !seen.contains(inner.bytes) else { continue }
      seen.append(inner.bytes)
      look(in: inner, beneath: layers + [escaping])
    }
  }

  /// In order, none overlapping or touching another.
  func merged(in text: [UInt8]) -> [Range<Int>] {
    Self.merged(Self.merged(found).map { Self.withItsBackslash($0, in: text) })
  }

  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        let end = max(last.upperBound, range.upperBound)
        merged[merged.count - 1] = last.lowerBound..<end
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  /// A match may begin in the middle of an escape (`\` before a secret that begins with `n`): what
  /// remains of it would spoil a JSON document.
  private static func withItsBackslash(_ range: Range<Int>, in text: [UInt8]) -> Range<Int> {
    let before = text[..<range.lowerBound].reversed().prefix { $0 == UInt8(ascii: "\\") }.count
    return range.lowerBound - before % 2..<range.upperBound
  }
}

extension Escaping {
  /// The layers that texts have in practice: a URL in HTML, JSON in a SQL literal in JSON.
  fileprivate static func worthUndoing(beneath layers: [Escaping]) -> [Escaping] {
    switch (layers.count, layers.last) {
    case (0, _): Array(allCases)
    case (1, .backslash): [.backslash, .sql, .quotes, .percent, .form]
    case (1, .html): [.backslash, .sql, .percent]
    case (1, .percent): [.percent, .backslash]
    case (1, .sql), (1, .quotes), (1, .form): [.backslash]
    case (2, .backslash), (2, .sql), (2, .quotes): [.backslash]
    default: []
    }
  }
}
