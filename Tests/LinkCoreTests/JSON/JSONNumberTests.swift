import LinkCore
import Testing

@Suite struct JSONNumberTests {
  @Test(
    arguments: [
      "", "-", "+1", ".5", "1.", "01", "-01", "1e", "1e+", "0x1F", "1_000", "１", "1 ", " 1", "NaN",
      "Infinity", "1.e1", "--1", "1e1.5",
    ]
  )
  func `Refuses what is no number`(text: String) {
    #expect(JSONNumber(text) == nil)
  }

  @Test(
    arguments: [
      ("3306", "3306.0", true), ("3306", "3.306e3", true), ("3306", "33060E-1", true),
      ("1.10", "1.1", true), ("0", "-0.0", true), ("0", "0e99", true), ("-1", "1", false),
      ("9007199254740993", "9007199254740992", false),
      ("9007199254740993", "9007199254740993.000", true),
      ("123456789012345678901234567890", "1.2345678901234567890123456789e29", true),
      ("0.1", "0.10000000000000000000000000001", false), ("1e400", "1e401", false),
      ("1e400", "10e399", true), ("100", "1e2", true), ("1e-2", "0.01", true),
      ("1e99999999999999999999", "1e99999999999999999999", true),
      ("1e99999999999999999999", "1e99999999999999999998", false),
    ]
  )
  func `J003, J004: Compares by value without rounding`(
    one: String,
    other: String,
    isSame: Bool
  ) throws {
    let numbers = try [one, other].map { try #require(JSONNumber($0)) }
    #expect(numbers[0].hasValue(of: numbers[1]) == isSame)
    #expect(numbers[1].hasValue(of: numbers[0]) == isSame)
    #expect(numbers[0].text == one)
  }

  @Test(
    arguments: [
      ("{}", "{}", true), (#"{"a":1,"b":2}"#, #"{"b":2.0,"a":1}"#, true), ("[1,2]", "[2,1]", false),
      ("1", #""1""#, false), ("null", "{}", false), (#"{"a":null}"#, "{}", false),
      ("\"\u{E9}\"", "\"e\u{301}\"", false), ("true", "true", true), ("true", "false", false),
      ("{\"\u{E9}\":1}", "{\"e\u{301}\":1}", false), ("[]", "[[]]", false),
      (#"{"a":{}}"#, #"{"a":[]}"#, false),
    ]
  )
  func `J016: Compares values by what they mean`(
    one: String,
    other: String,
    isSame: Bool
  ) throws {
    let values = try [one, other].map { try JSONValue(reading: $0) }
    #expect(values[0].means(values[1]) == isSame)
    #expect(values[1].means(values[0]) == isSame)
  }
}
