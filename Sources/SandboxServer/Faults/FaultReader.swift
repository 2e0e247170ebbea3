internal import LinkCore

/// Why a text is no fault.
package struct FaultProblem: Error, Hashable {
  package let message: String
}

/// Reads faults as they are written: `PATTERN @MATCHES -> EFFECT`.
package enum FaultReader {
  private static let arrow = " -> "

  /// Reads one fault.
  package static func fault(in text: String) throws(FaultProblem) -> Fault {
    guard let arrow = range(of: arrow, in: text) else {
      let effect = try EffectReader.effect(in: trimmed(text[...]))
      guard effect.lasts else {
        throw FaultProblem(message: "say at which statements: 'PATTERN -> \(trimmed(text[...]))'")
      }
      return Fault(pattern: Glob("*"), matches: 1...Int.max, effect: effect, text: text)
    }
    let effect = try EffectReader.effect(in: trimmed(text[arrow.upperBound...]))
    let (pattern, matches) = try place(trimmed(text[..<arrow.lowerBound]), effect)
    return Fault(pattern: Glob(pattern), matches: matches, effect: effect, text: text)
  }

  /// Reads a fault from each line that is neither empty nor begins with `#`; a problem names its
  /// line, counted from 1.
  package static func faults(
    in lines: String
  ) throws(FaultProblem) -> [Fault] {
    var faults: [Fault] = []
    // Of bytes: a character may be a line's end of two.
    let lines = lines.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let text = trimmed(Substring(line))
      if text.isEmpty || text.hasPrefix("#") { continue }
      do throws(FaultProblem) {
        faults.append(try fault(in: text))
      } catch {
        throw FaultProblem(message: "line \(index + 1): \(error.message)")
      }
    }
    return faults
  }

  // MARK: Where

  private static func place(
    _ text: String,
    _ effect: Fault.Effect
  ) throws(FaultProblem) -> (pattern: String, matches: ClosedRange<Int>) {
    let usual = effect.lasts ? 1...Int.max : 1...1
    let words = text.split(separator: " ")
    var pattern = text
    var matches = usual
    if let last = words.last, last.hasPrefix("@") {
      matches = try self.matches(last.dropFirst())
      pattern = trimmed(text.dropLast(last.count))
    }
    guard !pattern.isEmpty else {
      throw FaultProblem(message: "a pattern is missing before '->'; '*' is every statement")
    }
    return (pattern, matches)
  }

  /// `N`, `N-M` or `N+`.
  private static func matches(_ text: Substring) throws(FaultProblem) -> ClosedRange<Int> {
    let isOpen = text.hasSuffix("+")
    let ends = (isOpen ? text.dropLast() : text).split(
      separator: "-",
      omittingEmptySubsequences: false
    )
    let numbers = ends.compactMap { Int($0) }
    guard (1...2).contains(ends.count), numbers.count == ends.count, let first = numbers.first,
      let last = numbers.last, first >= 1, last >= first, !isOpen || ends.count == 1
    else {
      throw FaultProblem(message: "'@\(text)' is none of @N, @N-M and @N+, which count from 1")
    }
    return first...(isOpen ? Int.max : last)
  }

  // MARK: Text

  private static func range(of words: String, in text: String) -> Range<String.Index>? {
    text.indices.lazy.first { text[$0...].hasPrefix(words) }.map { start in
      start..<text.index(start, offsetBy: words.count)
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    let isSpace = { (character: Character) in character == " " || character == "\r" }
    var text = text.drop(while: isSpace)
    while text.last.map(isSpace) == true { text.removeLast() }
    return String(text)
  }
}
