/// A text as bytes, to be searched without a regular expression.
///
/// Classes of characters are ASCII's; what lies beyond is no letter, digit or space.
struct ByteText: Sendable {
  let bytes: [UInt8]
  let glance: Glance

  init(_ text: String) {
    self.init(text, Glance(text))
  }

  init(_ text: String, _ glance: Glance) {
    bytes = Array(text.utf8)
    self.glance = glance
  }

  var indices: Range<Int> { bytes.indices }

  subscript(index: Int) -> UInt8? {
    bytes.indices.contains(index) ? bytes[index] : nil
  }

  func has(_ word: String, at index: Int) -> Bool {
    // Most words fail at their first letter, without a slice being made.
    guard index >= 0, bytes.count - index >= word.utf8.count else { return false }
    guard let first = word.utf8.first, bytes[index] == first else { return word.isEmpty }
    return bytes[index...].starts(with: word.utf8)
  }

  func hasIgnoringCase(_ word: String, at index: Int) -> Bool {
    index >= 0 && bytes.count - index >= word.utf8.count
      && zip(bytes[index...], word.utf8).allSatisfy { $0.lowercased == $1 }
  }

  func equals(_ word: String) -> Bool {
    bytes.elementsEqual(word.utf8)
  }

  func contains(_ word: String) -> Bool {
    indices.contains { has(word, at: $0) }
  }

  /// How many bytes from here on are of a class.
  func run(from index: Int, of isMember: (UInt8) -> Bool) -> Int {
    var end = index
    while end < bytes.count, isMember(bytes[end]) { end += 1 }
    return end - index
  }

  /// How many characters from here on have no byte of the class.
  func characters(from index: Int, without isMember: (UInt8) -> Bool) -> Int {
    let count = run(from: index) { !isMember($0) }
    return bytes[index..<index + count].count { !$0.isContinuation }
  }

  /// Whether a word begins here.
  func isWordStart(_ index: Int) -> Bool {
    guard let here = self[index], here.isWord else { return false }
    return self[index - 1].map { !$0.isWord } ?? true
  }
}

extension ByteText {
  func ends(in word: String) -> Bool {
    has(word, at: bytes.count - word.utf8.count)
  }

  /// Whether it ends in this word, before which nothing stands, or a separator.
  func endsInWord(_ word: String) -> Bool {
    var tail = KeyTail(self)
    return tail.drop(word) && tail.isAtWordStart
  }

  /// Whether it ends in these words, one separator or none between them.
  func ends(in words: String...) -> Bool {
    var tail = KeyTail(self)
    return tail.drop(words)
  }

  /// Whether it has these words in a row, one separator or none between them.
  func contains(_ first: String, then second: String) -> Bool {
    indices.contains { index in
      guard has(first, at: index) else { return false }
      let next = index + first.utf8.count
      return has(second, at: next)
        || (self[next]?.isKeySeparator == true && has(second, at: next + 1))
    }
  }
}

/// A key that is read from its end.
struct KeyTail {
  private var rest: ArraySlice<UInt8>

  init(_ key: ByteText) {
    rest = key.bytes[...]
  }

  /// Whether what is left is nothing, or ends in a separator.
  var isAtWordStart: Bool { rest.last?.isKeySeparator ?? true }

  mutating func drop(_ word: String) -> Bool {
    guard rest.count >= word.utf8.count,
      rest.suffix(word.utf8.count).elementsEqual(word.utf8)
    else { return false }
    rest.removeLast(word.utf8.count)
    return true
  }

  mutating func dropSeparator() {
    if rest.last?.isKeySeparator == true { rest.removeLast() }
  }

  /// The words from the first to the last, one separator or none between them.
  mutating func drop(_ words: [String]) -> Bool {
    for (index, word) in words.reversed().enumerated() {
      if index > 0 { dropSeparator() }
      guard drop(word) else { return false }
    }
    return true
  }
}

extension UInt8 {
  var isDigit: Bool { (0x30...0x39).contains(self) }
  var isUpper: Bool { (0x41...0x5A).contains(self) }
  var isLower: Bool { (0x61...0x7A).contains(self) }
  var isLetter: Bool { isUpper || isLower }
  var isAlphanumeric: Bool { isLetter || isDigit }
  /// Of `[A-Za-z0-9_]`.
  var isWord: Bool { isAlphanumeric || self == UInt8(ascii: "_") }
  var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
  var isHexDigit: Bool { isDigit || (0x41...0x46).contains(self) || (0x61...0x66).contains(self) }
  /// Not the first byte of a character.
  var isContinuation: Bool { self & 0xC0 == 0x80 }
  var lowercased: UInt8 { isUpper ? self | 0x20 : self }
  /// Of what stands between the words of a key.
  var isKeySeparator: Bool { isOne(of: "._-") }

  @inline(__always)
  func isOne(of members: StaticString) -> Bool {
    members.withUTF8Buffer { $0.contains(self) }
  }
}
