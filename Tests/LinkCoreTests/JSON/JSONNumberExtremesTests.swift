import LinkCore
import Testing

/// Numbers whose exponents are at the edge of what can be reckoned with, and zeros of every writing.
struct JSONNumberExtremesTests {
  @Test(arguments: [
    ("10e9223372036854775807", "1", false),
    ("10e9223372036854775807", "10e9223372036854775807", true),
    ("1.5e-9223372036854775808", "1.5", false),
    ("1e9223372036854775808", "1e9223372036854775808", true),
    ("0e99999999999999999999", "0", true), ("-0.0", "0", true), ("0.000e-5", "0", true),
    ("100e-2", "1", true), ("0.010", "1e-2", true), ("3306.0", "3306", true),
  ])
  func areComparedWithoutATrap(one: String, other: String, isSame: Bool) throws {
    let one = try #require(JSONNumber(one))
    let other = try #require(JSONNumber(other))
    #expect(one.hasValue(of: other) == isSame)
    #expect(other.hasValue(of: one) == isSame)
  }
}
