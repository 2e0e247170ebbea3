internal import LinkCore

/// Judges whether what a source gave can be a secret.
enum SecretText {
  /// The text, or what is wrong with it.
  static func judge(_ bytes: [UInt8]) -> Result<String, SecretFlaw> {
    guard !bytes.isEmpty else { return .failure(.empty) }
    guard !bytes.contains(0) else { return .failure(.holdsNUL) }
    guard let text = String(validating: bytes, as: UTF8.self) else { return .failure(.notUTF8) }
    if let last = bytes.last, last == 0x0A || last == 0x0D { return .failure(.endsWithLineBreak) }
    if redactionMarks.contains(ExactText(folded(text))) { return .failure(.redactionMark) }
    return isPlaceholder(text) ? .failure(.placeholder) : .success(text)
  }

  private static let redactionMarks: Set<ExactText> = Set(
    ["<credentials redacted>", "<redacted>", "[redacted]", "redacted"].map { ExactText($0) }
  )

  private static let words: Set<ExactText> = Set(
    [
      "changeme", "change_me", "change-me", "replaceme", "replace_me", "replace-me", "placeholder",
      "todo", "tbd", "fixme",
    ].map { ExactText($0) }
  )

  private static let beginnings = [
    "your_", "your-", "<your", "replace_with", "replace-with", "replace with",
  ]

  private static let brackets = [("${", "}"), ("$(", ")"), ("{{", "}}")]

  /// Whether it is what an example or an unfilled template holds; a `${…}` within other text is not.
  private static func isPlaceholder(_ text: String) -> Bool {
    let text = folded(text)
    return words.contains(ExactText(text))
      || beginnings.contains { text.utf8.starts(with: $0.utf8) }
      || brackets.contains {
        text.utf8.starts(with: $0.0.utf8) && text.utf8.reversed().starts(with: $0.1.utf8.reversed())
      }
      || isRepeated(text, UInt8(ascii: "x")) || isRepeated(text, UInt8(ascii: "*"))
  }

  private static func isRepeated(_ text: String, _ byte: UInt8) -> Bool {
    text.utf8.count >= 3 && text.utf8.allSatisfy { $0 == byte }
  }

  /// ASCII letters in lower case, without blanks around.
  private static func folded(_ text: String) -> String {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0A }
    let bytes = text.utf8.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
    return String(
      decoding: bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 },
      as: UTF8.self
    )
  }
}
