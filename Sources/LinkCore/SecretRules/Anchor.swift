/// What a text has to hold for a rule to be worth trying.
struct Anchor: Sendable {
  let set: ByteSet
  let isInAnyCase: Bool
  private let length: Int
  private let run: Int
  private let distinct: Int

  /// A word that is not looked for itself, only whether its characters are all there, and maybe as
  /// many bytes in a row as a token has.
  init(_ word: String, inAnyCase isInAnyCase: Bool = false, run: Int = 0) {
    self.init(set: ByteSet(word), inAnyCase: isInAnyCase, length: word.utf8.count, run: run)
  }

  /// So many bytes in a row as a token has, and in all of the text so many that differ.
  init(run: Int, distinct: Int) {
    self.init(set: ByteSet(""), inAnyCase: false, length: run, run: run, distinct: distinct)
  }

  private init(
    set: ByteSet,
    inAnyCase isInAnyCase: Bool,
    length: Int,
    run: Int,
    distinct: Int = 0
  ) {
    self.set = set
    self.isInAnyCase = isInAnyCase
    self.length = length
    self.run = run
    self.distinct = distinct
  }

  func mayBe(in text: Glance) -> Bool {
    fits(in: text) && (isInAnyCase ? text.folded : text.set).holds(set)
  }

  /// Whether a text is long enough for it, whatever its characters are.
  func fits(in text: Glance) -> Bool {
    text.length >= length && text.longestRun >= run && text.set.count >= distinct
  }
}

/// What can be seen of a text at a glance.
struct Glance: Sendable {
  let length: Int
  let set: ByteSet
  let folded: ByteSet
  /// How many bytes stand in a row that a token may be made of; 0 in a short text.
  let longestRun: Int

  init(_ text: String) {
    length = text.utf8.count
    set = ByteSet(text)
    folded = set.folded
    longestRun = length < Self.shortestRun ? 0 : text.longestRunOfToken
  }

  /// No anchor asks for a shorter one.
  static let shortestRun = 10
}

extension String {
  fileprivate var longestRunOfToken: Int {
    withBytes { bytes in
      var (longest, run) = (0, 0)
      for byte in bytes {
        run = byte.isOfToken ? run &+ 1 : 0
        longest = Swift.max(longest, run)
      }
      return longest
    }
  }
}

extension UInt8 {
  /// Of `[A-Za-z0-9+/=_-]`.
  @inline(__always)
  var isOfToken: Bool { self < 128 && (self < 64 ? Self.low : Self.high) >> (self & 63) & 1 == 1 }

  /// A bit for each of them: `+`, `-`, `/`, digits and `=`; letters and `_`.
  private static let low: UInt64 = 0x23FF_A800_0000_0000
  private static let high: UInt64 = 0x07FF_FFFE_87FF_FFFE
}
