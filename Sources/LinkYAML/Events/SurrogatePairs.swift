internal import LinkCore

/// Lets double-quoted texts hold surrogate pairs as JSON writes them.
///
/// YAML took JSON's strings over, but libyaml refuses `\ud83d\ude00`. So a file that has such pairs
/// is read twice: once with letters in their place, to learn which of them stand in double quotes,
/// and once with `\U0001F600` there. Pairs elsewhere are ordinary text and stay as they are.
struct SurrogatePairs {
  private let source: SourceText
  private let pairs: [Pair]

  struct Pair {
    let offset: Int
    let mark: Mark
    let scalar: Unicode.Scalar
    static let length = 12
  }

  init(_ source: SourceText) {
    self.source = source
    pairs = source.surrogatePairs()
  }

  /// A reader of the file in whose double-quoted texts pairs are what JSON means by them.
  func reader() -> EventReader {
    guard !pairs.isEmpty else { return EventReader(source.bytes[source.start...]) }
    let harmless = text { _ in "\\u0041\\u0041" }
    let survey = Self.survey(EventReader(harmless))
    var shifts = ColumnShifts()
    let rewritten = text { pair in
      // Behind the last event libyaml stops anyway: let it not stop at a pair.
      guard pair.mark < survey.end else { return "\\u0041\\u0041" }
      guard survey.covers(pair.mark) else { return nil }
      shifts.add(pair)
      return pair.scalar.longEscape
    }
    return EventReader(rewritten, shifts: shifts)
  }

  /// The file's text with other words in place of pairs, or with the pair where there are none.
  private func text(_ replacement: (Pair) -> String?) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(source.bytes.count)
    var offset = source.start
    for pair in pairs {
      guard let words = replacement(pair) else { continue }
      text += source.bytes[offset..<pair.offset]
      text += words.utf8
      offset = pair.offset + Pair.length
    }
    return text + source.bytes[offset...]
  }
}

extension SurrogatePairs {
  /// Where double-quoted texts stand, as far as the file could be read.
  private struct Survey {
    var quoted: [(start: Mark, end: Mark)] = []
    var end = Mark(line: 1, column: 1)

    func covers(_ mark: Mark) -> Bool {
      let next = quoted.partitionPoint { $0.end > mark }
      return next < quoted.count && quoted[next].start < mark
    }
  }

  private static func survey(_ reader: consuming EventReader) -> Survey {
    var survey = Survey()
    var depth = 0
    while depth <= YAMLParser.maximumDepth {
      let event = reader.next()
      switch event.kind {
      case .failure: return survey
      case .streamEnd:
        survey.end = Mark(line: .max, column: .max)
        return survey
      case .scalar(_, .doubleQuoted): survey.quoted.append((event.span.start, event.span.end))
      case .mappingStart: depth += 1
      case .sequenceStart: depth += 1
      case .collectionEnd: depth -= 1
      default: break
      }
      survey.end = max(survey.end, event.span.end)
    }
    return survey
  }
}

/// How far columns behind rewritten pairs lie from where they are in the file.
struct ColumnShifts {
  /// By line, the columns right behind each rewritten pair, in the rewritten text.
  private var ends: [Int: [Int]] = [:]
  private static let lost = 2

  mutating func add(_ pair: SurrogatePairs.Pair) {
    let before = ends[pair.mark.line]?.count ?? 0
    let length = SurrogatePairs.Pair.length
    let end = pair.mark.column + length - (before + 1) * Self.lost
    ends[pair.mark.line, default: []].append(end)
  }

  func original(_ mark: Mark) -> Mark {
    guard !ends.isEmpty, let ends = ends[mark.line] else { return mark }
    let pairsBefore = ends.partitionPoint { $0 > mark.column }
    return Mark(line: mark.line, column: mark.column + pairsBefore * Self.lost)
  }
}

extension Unicode.Scalar {
  /// The scalar as `\U0001F600`.
  fileprivate var longEscape: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
  }
}

extension SourceText {
  fileprivate func surrogatePairs() -> [SurrogatePairs.Pair] {
    var pairs: [SurrogatePairs.Pair] = []
    guard present.holds(UInt8(ascii: "\\")) else { return pairs }
    var offset = start
    while let run = backslashes(from: offset) {
      offset = run.upperBound
      guard !run.count.isMultiple(of: 2), let scalar = surrogatePair(at: offset - 1) else {
        continue
      }
      let mark = location(ofByte: offset - 1).mark
      pairs.append(SurrogatePairs.Pair(offset: offset - 1, mark: mark, scalar: scalar))
      offset += SurrogatePairs.Pair.length - 1
    }
    return pairs
  }

  /// The next run of backslashes; only the last of an odd number begins an escape.
  private func backslashes(from start: Int) -> Range<Int>? {
    let backslash = UInt8(ascii: "\\")
    return bytes.withUnsafeBufferPointer { bytes in
      var first = start
      while first < bytes.count, bytes[first] != backslash { first += 1 }
      var end = first
      while end < bytes.count, bytes[end] == backslash { end += 1 }
      return first == end ? nil : first..<end
    }
  }

  private func surrogatePair(at offset: Int) -> Unicode.Scalar? {
    guard let high = shortEscape(at: offset), (0xD800..<0xDC00).contains(high),
      let low = shortEscape(at: offset + 6), (0xDC00..<0xE000).contains(low)
    else { return nil }
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
  }

  /// The number that an escape such as `\u00e9` at an offset holds.
  private func shortEscape(at offset: Int) -> UInt32? {
    guard offset + 6 <= bytes.count, bytes[offset] == UInt8(ascii: "\\"),
      bytes[offset + 1] == UInt8(ascii: "u")
    else { return nil }
    let digits = bytes[(offset + 2)..<(offset + 6)]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
