import LinkCore
import Testing

@Suite struct ScalarValueTests {
  @Test(
    arguments: [
      ("null", "null"), ("~", "null"), ("true", "true"), ("false", "false"), ("0", "0"),
      ("-0", "-0"), ("3306", "3306"), ("1.10", "1.10"), ("1e3", "1e3"), ("1E+3", "1E+3"),
      ("-0.5", "-0.5"), ("123456789012345678901234567890", "123456789012345678901234567890"),
      ("no", #""no""#), ("yes", #""yes""#), ("on", #""on""#), ("True", #""True""#),
      ("NULL", #""NULL""#), ("0o17", #""0o17""#), ("0x1F", #""0x1F""#), ("+1", #""+1""#),
      (".5", #"".5""#), ("1.", #""1.""#), ("1_000", #""1_000""#), ("12:30:45", #""12:30:45""#),
      ("007", #""007""#), (".inf", #"".inf""#), ("1e", #""1e""#), ("-", #""-""#),
      ("2026-11-22", #""2026-11-22""#), ("٣", #""٣""#), ("１", #""１""#),
    ]
  )
  func `Y016, Y019, Y020: Means what JSON means by it, and text otherwise`(
    text: String,
    json: String
  ) {
    #expect(ScalarValue(.init(text: text, isPlain: true)).json.canonical == json)
    let quoted = ScalarValue(.init(text: text, isPlain: false)).json
    #expect(quoted.text?.isIdentical(to: text) == true)
  }

  @Test(
    arguments: [
      "0o17", "0x1F", "0b11", "+1", ".5", "5.", "1_000", "12:30:45", "007", "-0x1", ".inf", ".NaN",
      "1.10", "1.50", "+.5", "1:30",
    ]
  )
  func `Knows what looks like a number`(text: String) {
    #expect(Node.Scalar(text: text, isPlain: true).isNumberLookAlike)
    #expect(!Node.Scalar(text: text, isPlain: false).isNumberLookAlike)
  }

  @Test(
    arguments: [
      "0", "3306", "-0.5", "1.0", "1e3", "true", "null", "", "no", "a1", "1a", "10.0.0.1", "::",
      "us-east-1", "9.1.3", "-", "+", ".", "_", "1e", "12:345", "0x", "e5", "2026-11-22",
    ]
  )
  func `Knows what does not`(text: String) {
    #expect(!Node.Scalar(text: text, isPlain: true).isNumberLookAlike)
  }
}
