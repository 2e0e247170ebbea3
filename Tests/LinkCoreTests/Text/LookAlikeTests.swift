import Testing

@testable import LinkCore

@Suite struct LookAlikeTests {
  @Test(arguments: [
    ("orders", "\u{43E}rders"), ("orders", "ord\u{435}rs"), ("S3", "S\u{417}"),
    ("KAFKA", "\u{39A}AFKA"), ("password", "p\u{430}ssword"), ("region", "\u{FF52}egion"),
    ("region", "re\u{200B}gion"), ("region", "region\u{FEFF}"), ("region", "re\u{AD}gion"),
    ("a b", "a\u{A0}b"), ("a-b", "a\u{2011}b"), ("a.b", "a\u{2024}b"), ("it's", "it\u{2019}s"),
    ("link", "l\u{131}nk"), ("Math", "\u{1D40C}\u{1D41A}\u{1D42D}\u{1D421}"),
    ("v1", "v\u{1D7CF}"), ("caf\u{e9}", "cafe\u{301}"), ("caf\u{e9}", "c\u{430}fe\u{301}"),
    ("abc", "a\u{202E}bc"), ("VIII", "\u{2164}\u{2160}\u{2160}\u{2160}"),
  ])
  func looksTheSame(_ one: String, _ other: String) {
    #expect(LookAlike.skeleton(one) == LookAlike.skeleton(other))
    #expect(LookAlike.confuses(one, with: other))
    #expect(LookAlike.confuses(other, with: one))
  }

  @Test(arguments: [
    ("orders", "Orders"), ("cafe", "caf\u{e9}"), ("l1", "ll"), ("O", "0"), ("rn", "m"),
    ("a", "b"), ("\u{65E5}\u{672C}", "\u{672C}\u{65E5}"), ("order", "orders"),
  ])
  func looksDifferent(_ one: String, _ other: String) {
    #expect(!LookAlike.confuses(one, with: other))
  }

  @Test func sameTextIsNoLookAlike() {
    #expect(!LookAlike.confuses("\u{43E}rders", with: "\u{43E}rders"))
  }

  @Test func asciiStaysAsItIs() {
    let ascii = String(String.UnicodeScalarView((0x20..<0x7F).compactMap(Unicode.Scalar.init)))
    #expect(LookAlike.skeleton(ascii) == ascii)
  }

  /// A skeleton has nothing left to fold.
  @Test func foldingTwiceChangesNothing() {
    for value in (0x80...0x2FFF as ClosedRange<UInt32>) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = LookAlike.skeleton(String(scalar))
      #expect(LookAlike.skeleton(once).isIdentical(to: once), "U+\(String(value, radix: 16))")
    }
  }
}
