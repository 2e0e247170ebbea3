/// A token that a service marks by how it begins.
struct TokenShape: Sendable {
  let start: String
  /// How many characters of the token's alphabet follow at least.
  let length: Int
  let alphabet: Alphabet
  /// Whether it stands at the beginning of a word.
  let isWord: Bool
  /// What a text with such a token in it holds.
  let anchor: Anchor

  init(start: String, length: Int, alphabet: Alphabet, isWord: Bool = false) {
    self.start = start
    self.length = length
    self.alphabet = alphabet
    self.isWord = isWord
    anchor = Anchor(start, run: length)
  }

  enum Alphabet: Sendable {
    case hex
    case alphanumeric
    case word
    case wordAndHyphen
    case base64

    func contains(_ byte: UInt8) -> Bool {
      switch self {
      case .hex: byte.isDigit || (0x61...0x66).contains(byte)
      case .alphanumeric: byte.isAlphanumeric
      case .word: byte.isWord
      case .wordAndHyphen: byte.isWord || byte == UInt8(ascii: "-")
      case .base64: byte.isAlphanumeric || byte.isOne(of: "+/")
      }
    }
  }

  func occurs(in text: ByteText) -> Bool {
    guard text.bytes.count >= start.utf8.count + length, anchor.mayBe(in: text.glance) else {
      return false
    }
    return text.indices.contains { index in
      text.has(start, at: index) && (!isWord || text.isWordStart(index))
        && text.run(from: index + start.utf8.count, of: alphabet.contains) >= length
    }
  }
}

extension SecretRules {
  static let tokenShapes: [TokenShape] =
    [
      TokenShape(start: "hvs.", length: 90, alphabet: .wordAndHyphen, isWord: true),
      TokenShape(start: "hvb.", length: 138, alphabet: .wordAndHyphen, isWord: true),
      TokenShape(start: "github_pat_", length: 82, alphabet: .word),
      TokenShape(start: "glpat-", length: 20, alphabet: .wordAndHyphen),
      TokenShape(start: "dapi", length: 32, alphabet: .hex),
      TokenShape(start: "AIza", length: 35, alphabet: .wordAndHyphen),
      TokenShape(start: "sk_live_", length: 10, alphabet: .alphanumeric),
      TokenShape(start: "ops_eyJ", length: 250, alphabet: .base64),
    ]
    + "pousr".map { TokenShape(start: "gh\($0)_", length: 36, alphabet: .alphanumeric) }
    + "abeprs".map { TokenShape(start: "xox\($0)-", length: 10, alphabet: .wordAndHyphen) }
}

extension ByteText {
  /// Three characters, a digit, `Q~`, and 31 more: the secret of an Entra application.
  var hasEntraSecret: Bool {
    indices.contains { index in
      guard has("Q~", at: index), index >= 4, bytes[index - 1].isDigit else { return false }
      return bytes[index - 4..<index - 1].allSatisfy { $0.isWord || $0.isOne(of: "~.") }
        && run(from: index + 2) { $0.isWord || $0.isOne(of: "~.-") } >= 31
    }
  }
}
