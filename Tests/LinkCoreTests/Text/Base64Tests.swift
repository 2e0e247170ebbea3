import LinkCore
import Testing

@Suite struct Base64Tests {
  /// RFC 4648, section 10, without padding.
  @Test(
    arguments: [
      ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"),
      ("fooba", "Zm9vYmE"), ("foobar", "Zm9vYmFy"),
    ]
  )
  func `Writes and reads the known examples`(text: String, digits: String) {
    for base64 in [Base64.standard, .url] {
      #expect(base64.text(of: text.utf8) == digits)
      #expect(base64.bytes(of: digits.utf8) == Array(text.utf8))
    }
  }

  @Test func `The alphabets differ in their last two digits`() {
    #expect(Base64.standard.text(of: [0xFB, 0xEF, 0xFF]) == "++//")
    #expect(Base64.url.text(of: [0xFB, 0xEF, 0xFF]) == "--__")
    #expect(Base64.url.bytes(of: "++//".utf8) == nil)
    #expect(Base64.standard.bytes(of: "--__".utf8) == nil)
  }

  /// A single digit, padding, blanks, and ends whose last bits are not zero.
  @Test(arguments: ["Z", "Zm9vY", "Zg==", "Zm9v ", " Zm9v", "Zm\n9v", "Zé", "Zh", "Zm9", "Zm9vYh"])
  func `Takes no other way to write bytes`(digits: String) {
    #expect(Base64.url.bytes(of: digits.utf8) == nil)
  }

  @Test func `Reads back what it wrote, and takes only last digits without bits left over`() {
    var random = SplitMix(seed: 1)
    for count in 0..<100 {
      let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
      let digits = Base64.url.digits(of: bytes)
      #expect(Base64.url.bytes(of: digits) == bytes)
      let ends = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8.filter {
        Base64.url.bytes(of: digits.dropLast() + [$0])?.dropLast().elementsEqual(bytes.dropLast())
          == true
      }
      if count > 0 { #expect(ends.count == (count % 3 == 0 ? 64 : count % 3 == 1 ? 4 : 16)) }
    }
  }
}
