internal import LinkCore

/// Checks the raw bytes, before any parser sees them: UTF-8, and nothing in it that hides from eyes.
///
/// libyaml would decode UTF-16 without a word and take U+2028 for a line break.
struct ByteCheck {
  private let source: SourceText
  private(set) var findings = Findings(limit: 20)

  init(_ source: SourceText) {
    self.source = source
    if let encoding = Self.foreignEncoding(source.bytes) {
      report(.encoding, "not UTF-8 (\(encoding) byte-order mark)", at: 0)
    } else if !source.present.isPlain {
      checkStart()
      checkText()
    }
  }

  private static func foreignEncoding(_ bytes: [UInt8]) -> String? {
    let marks: [([UInt8], String)] = [
      ([0xFF, 0xFE, 0x00, 0x00], "UTF-32"), ([0x00, 0x00, 0xFE, 0xFF], "UTF-32"),
      ([0xFF, 0xFE], "UTF-16"), ([0xFE, 0xFF], "UTF-16"),
    ]
    return marks.first { bytes.starts(with: $0.0) }?.1
  }

  private mutating func checkStart() {
    guard source.start > 0 else { return }
    let place = source.location(line: 1, column: 1)
    findings.add(Diagnostic(.byteOrderMark, "the file begins with a byte-order mark", at: place))
    if source.bytes[source.start...].starts(with: [0xEF, 0xBB, 0xBF]) {
      findings.add(.form(.byteOrderMark, "the file begins with two byte-order marks", at: place))
    }
  }

  private mutating func checkText() {
    var offset = source.start
    while let suspect = firstSuspect(from: offset) {
      offset = suspect + check(at: suspect)
    }
  }

  /// The next byte that is neither printable ASCII nor LF nor TAB.
  private func firstSuspect(from start: Int) -> Int? {
    source.bytes.withUnsafeBufferPointer { bytes in
      var offset = start
      while offset < bytes.count {
        let byte = bytes[offset]
        guard (0x20..<0x7F).contains(byte) || byte == .lineFeed || byte == .tab else {
          return offset
        }
        offset += 1
      }
      return nil
    }
  }

  /// Looks at what begins at a byte; returns its length.
  private mutating func check(at offset: Int) -> Int {
    guard let (scalar, length) = source.scalar(at: offset) else {
      return reportInvalid(at: offset)
    }
    if scalar == "\r" {
      let isLineEnd = offset + 1 < source.bytes.count && source.bytes[offset + 1] == .lineFeed
      if !isLineEnd { reportLoneReturn(at: offset) }
    } else if scalar.isForbidden || (0xFFFE...0xFFFF).contains(scalar.value) {
      report(.controlCharacter, scalar.forbiddenName, at: offset)
    }
    return length
  }

  private mutating func reportLoneReturn(at offset: Int) {
    let advice = "end lines with LF or CRLF"
    report(
      .controlCharacter,
      "control character U+000D (a lone carriage return); \(advice)",
      at: offset
    )
  }

  /// Reports bytes that are no UTF-8, adjacent ones together; returns their number.
  private mutating func reportInvalid(at offset: Int) -> Int {
    let isSurrogate =
      source.bytes[offset] == 0xED && offset + 1 < source.bytes.count
      && (0xA0...0xBF).contains(source.bytes[offset + 1])
    let detail = isSurrogate ? " (an encoded surrogate)" : ""
    report(.encoding, "invalid UTF-8 at byte \(offset)\(detail)", at: offset)
    var end = offset + 1
    while end < source.bytes.count, source.scalar(at: end) == nil { end += 1 }
    return end - offset
  }

  private mutating func report(
    _ rule: Rule,
    _ message: @autoclosure () -> String,
    at offset: Int
  ) {
    if findings.onlyCounts() { return }
    findings.add(.form(rule, message(), at: source.location(ofByte: offset)))
  }
}

extension SourceText {
  /// The scalar whose bytes begin at an offset; `nil` where they are no UTF-8.
  func scalar(at offset: Int) -> (Unicode.Scalar, length: Int)? {
    var parser = UTF8.ForwardParser()
    var iterator = bytes[offset...].makeIterator()
    guard case .valid(let encoded) = parser.parseScalar(from: &iterator) else { return nil }
    return (UTF8.decode(encoded), encoded.count)
  }
}
