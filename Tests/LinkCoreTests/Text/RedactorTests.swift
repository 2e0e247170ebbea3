import Testing

@testable import LinkCore

struct RedactorTests {
  private static func redact(_ text: String, _ secrets: String...) -> String {
    Redactor(secrets.map { Secret($0) }).redact(text)
  }

  @Test(arguments: [
    ("raw", "key=hunter2;"),
    ("twice", "hunter2 and hunter2"),
    ("percent in part", "key=hun%74er2"),
    ("hex", "68756e74657232"),
    ("HEX", "0x68756E74657232"),
    ("base64", "aHVudGVyMg=="),
    ("base64 without padding", "aHVudGVyMg"),
    ("units", #""\u0068unter2""#),
    ("a Swift escape", #"\u{68}unter2"#),
    ("an entity", "&#104;unter2"),
  ])
  func masks(form: String, text: String) {
    let redacted = Self.redact(text, "hunter2")
    #expect(redacted.contains("***"))
    #expect(!redacted.contains("unter2") && !redacted.contains("VudGVy"))
  }

  @Test func changesNothingElse() {
    let text = #"{"a":"\\\"%41&amp;''+","b":[1,"\u00e9é"]}"# + "\r\n"
    #expect(Self.redact(text, "hunter2").isIdentical(to: text))
    #expect(Redactor().redact(text).isIdentical(to: text))
    #expect(Redactor([Secret("")]).redact(text).isIdentical(to: text))
  }

  @Test(arguments: [
    ["abcd", "abcdef"], ["abcdef", "abcd"], ["cdef", "abcd"], ["abcdef", "bcde"],
  ])
  func leavesNothingOfTheLongerSecret_E025(secrets: [String]) {
    let redactor = Redactor(secrets.map { Secret($0) })
    #expect(redactor.redact("<abcdef>") == "<***>")
  }

  @Test func mergesWhatOverlapsAndTouches() {
    #expect(Self.redact("-aXaXaXaXa-", "aXaXa") == "-***-")
    #expect(Self.redact("-abcdefgh-", "abcd", "efgh") == "-***-")
    #expect(Self.redact("-abcd-efgh-", "abcd", "efgh") == "-***-***-")
  }

  @Test func masksLinesOfSeveralLines() {
    let pem =
      "-----BEGIN KEY-----\nMIIEvQIBADANBgkq\r\n  hkiG9w0BAQEFAASC  \nshort\n-----END KEY-----"
    #expect(Self.redact("a MIIEvQIBADANBgkq b hkiG9w0BAQEFAASC c", pem) == "a *** b *** c")
    #expect(Self.redact("short", pem) == "short")
    #expect(Self.redact("<\(pem)>", pem) == "<***>")
    #expect(Self.redact(JSONValue.string(pem).canonical, pem) == "\"***\"")
    #expect(
      Self.redact("bWhraUc5dzBCQVFFRkFBU0M=", "x\nhkiG9w0BAQEFAASC").contains("aUc5dz") == false
    )
  }

  @Test func masksASecretThatEndsWithALineBreakWithoutItToo() {
    #expect(Self.redact("hunter22", "hunter22\n") == "***")
  }

  @Test func leavesNoHalfEscapeBehind() {
    #expect(Self.redact(#"{"a":"\nabcd"}"#, "nabcd") == #"{"a":"***"}"#)
    #expect(Self.redact(#"{"a":"\\nabcd"}"#, "nabcd") == #"{"a":"\\***"}"#)
  }

  @Test func masksShortSecretsInStrictModeOnly() {
    let redactor = Redactor([Secret("ab"), Secret("hunter2")])
    #expect(redactor.redact("abc hunter2") == "abc ***")
    #expect(redactor.redactAll("abc hunter2") == "***c ***")
    #expect(Redactor([Secret("a'b")]).redactAll("x a''b x") == "x *** x")
  }

  @Test func masksACutSecretAtTheVeryEndInStrictModeOnly() {
    let redactor = Redactor([Secret("hunter2!")])
    #expect(redactor.redactAll("too long: hunte") == "too long: ***")
    #expect(redactor.redactAll("too long: hun") == "too long: hun")
    #expect(redactor.redact("too long: hunte") == "too long: hunte")
  }

  @Test func keepsBytesThatAreNoText() {
    let redactor = Redactor([Secret("hunter2")])
    let bytes = [0xFF, 0xC3] + Array("hunter2".utf8) + [0x80]
    #expect(redactor.redact(bytes) == [0xFF, 0xC3] + Array("***".utf8) + [0x80])
  }

  @Test func masksNothingOfItsOwnMask() {
    let redactor = Redactor([Secret("hunter2")])
    let once = redactor.redact("a hunter2 b")
    #expect(redactor.redact(once) == once)
  }
}

/// Random secrets in every encoding, at random places.
struct RedactorPropertyTests {
  private static let letters = Array(
    "abcdeXYZ\"'\\/<>&%+=: \n\té😀$`{}_*|#;?@[]^~!,.-()".unicodeScalars
  )
  private static let quiet = Array("0123456789 ".unicodeScalars)

  private static func word(
    _ length: ClosedRange<Int>,
    of letters: [Unicode.Scalar],
    _ numbers: inout SeededNumbers
  ) -> String {
    var word = ""
    for _ in 0..<Int.random(in: length, using: &numbers) {
      word.unicodeScalars.append(letters.randomElement(using: &numbers) ?? "x")
    }
    return word
  }

  private static func contains(_ text: String, _ part: String) -> Bool {
    let text = Array(text.utf8)
    let part = Array(part.utf8)
    return text.indices.contains { text[$0] == part.first && text[$0...].starts(with: part) }
  }

  @Test(arguments: SecretEncoding.simple + SecretEncoding.layered)
  func becomesTheMaskAndNothingElse(encoding: SecretEncoding) {
    var numbers = SeededNumbers(seed: 1)
    for _ in 0..<20 {
      let secret = Self.word(5...30, of: Self.letters, &numbers)
      let before = Self.word(0...9, of: Self.quiet, &numbers)
      let after = Self.word(0...9, of: Self.quiet, &numbers)
      guard secret.first != " ", secret.last != " ", !secret.contains("  ") else { continue }
      let text = before + encoding.encode(secret) + after
      let redacted = Redactor([Secret(secret)]).redact(text)
      #expect(redacted == before + "***" + after, "\(secret.debugDescription) in \(text)")
    }
  }

  /// Before an encoding with escapes of its own choice stands no half of one, which would begin it.
  @Test(arguments: SecretEncoding.simple + SecretEncoding.layered + SecretEncoding.shifted)
  func neverSurvives(encoding: SecretEncoding) {
    var numbers = SeededNumbers(seed: 2)
    for _ in 0..<15 {
      let secrets = (0..<3).map { _ in Self.word(4...24, of: Self.letters, &numbers) }
      let redactor = Redactor(secrets.map { Secret($0) })
      var text = ""
      for secret in secrets {
        text += Self.word(0...6, of: Self.letters + Self.quiet, &numbers)
        text += (encoding.isExact ? "" : " ") + encoding.encode(secret)
      }
      text += Self.word(0...6, of: Self.letters + Self.quiet, &numbers)
      for redacted in [redactor.redact(text), redactor.redactAll(text)] {
        for secret in secrets {
          #expect(
            !Self.contains(redacted, encoding.encode(secret)),
            "\(secret.debugDescription) in \(text)"
          )
        }
      }
    }
  }

  /// Half an escape before a secret reads together with its beginning as something else.
  @Test(arguments: ["\\", "\\\\", "%", "%4", "&", "&am", "&#3", "'", "\"", "\\u00"])
  func isFoundBehindHalfAnEscape(before: String) {
    for secret in ["\\'x\"y", "d;Z%20", "p;<y>", "1<abc", "\nabc", "9;\"\\\\'"] {
      for encoding in SecretEncoding.simple + SecretEncoding.layered where encoding.isExact {
        let written = encoding.encode(secret)
        let redacted = Redactor([Secret(secret)]).redact(before + written)
        #expect(!Self.contains(redacted, written), "\(encoding): \(secret)")
      }
    }
  }

  @Test func survivesInNoLineOfSeveralLines() {
    var numbers = SeededNumbers(seed: 3)
    for encoding in SecretEncoding.simple + SecretEncoding.layered + SecretEncoding.shifted {
      for _ in 0..<3 {
        let lines = (0..<4).map { _ in
          "k" + Self.word(8...20, of: Array("abc+/=\"".unicodeScalars), &numbers)
        }
        let redactor = Redactor([Secret(lines.joined(separator: "\n"))])
        for line in lines {
          let redacted = redactor.redact("0 " + encoding.encode(line) + " 0")
          #expect(!Self.contains(redacted, encoding.encode(line)), "\(encoding): \(line)")
        }
      }
    }
  }
}

extension SecretEncoding: CustomTestStringConvertible {
  var testDescription: String { description }
}
