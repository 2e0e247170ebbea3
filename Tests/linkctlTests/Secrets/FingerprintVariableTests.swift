import LinkCore
import Testing

@testable import linkctl

@Suite struct FingerprintVariableTests {
  static let one = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"
  static let other = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA"

  static func keys(_ current: String?, _ previous: String? = nil) throws -> FingerprintKeys {
    var values: [String: String] = [:]
    values["LINKCTL_FINGERPRINT_KEY"] = current
    values["LINKCTL_FINGERPRINT_KEY_PREVIOUS"] = previous
    return try Environment(values).fingerprintKeys()
  }

  @Test func `Reads the keys that are set`() throws {
    #expect(try Self.keys(nil).current == nil)
    #expect(try Self.keys("", "").current == nil)
    let keys = try Self.keys(Self.one, Self.other)
    #expect(keys.current?.id.text == "0fhscd4x")
    #expect(keys.previous?.id != nil && keys.previous?.id != keys.current?.id)
    #expect(try Self.keys(Self.one, "").previous == nil)
  }

  static let wrong: [(value: String, flaw: String)] = [
    ("hunter2", "has 43 characters"), (one + "A", "has 43 characters"), (one + "=", "has 43"),
    (one + "\n", "has 43"), (String(one.dropLast()), "has 43"),
    (String(one.dropLast()) + "+", "base64url"), (String(one.dropLast()) + "9", "base64url"),
    (String(one.dropLast(2)) + "é", "base64url"), (" " + one.dropLast(), "base64url"),
  ]

  @Test(arguments: wrong)
  func `Refuses what is no key, and names the variable alone`(value: String, flaw: String) {
    for isCurrent in [true, false] {
      let failure = #expect(throws: Failure.self) {
        try isCurrent ? Self.keys(value) : Self.keys(Self.one, value)
      }
      let name = isCurrent ? "LINKCTL_FINGERPRINT_KEY " : "LINKCTL_FINGERPRINT_KEY_PREVIOUS "
      #expect(failure?.exit == .usage)
      #expect(failure?.message.contains("variable \(name)is no fingerprint key") == true)
      #expect(failure?.message.contains(flaw) == true)
      #expect(failure?.message.contains(value) == false)
    }
  }

  @Test func `Refuses a key of before without one of now`() {
    let failure = #expect(throws: Failure.self) { try Self.keys(nil, Self.one) }
    #expect(
      failure?.message == "environment variable LINKCTL_FINGERPRINT_KEY_PREVIOUS is set, and"
        + " LINKCTL_FINGERPRINT_KEY is not"
    )
  }

  @Test func `A key shows nothing`() throws {
    var shown = ""
    dump(try Self.keys(Self.one, Self.other), to: &shown)
    shown += "\(try Self.keys(Self.one))" + String(reflecting: try Self.keys(Self.one))
    #expect(!shown.contains(Self.one) && !shown.contains("AAEC") && !shown.contains("AQID"))
  }

  @Test func `No link can refer to a variable of these`() {
    for variable in FingerprintVariable.allCases {
      #expect(ReferenceName.reserved.contains(variable.rawValue))
    }
  }

  @Test func `Masks a key in every form`() {
    let environment = Environment(["LINKCTL_FINGERPRINT_KEY": "--__" + Self.one.dropFirst(4)])
    let redactor = Redactor(environment.fingerprintSecrets)
    let tail = Self.one.dropFirst(4)
    let hex = "fbefff030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
    for text in ["--__\(tail)", "++//\(tail)", "++//\(tail)=", hex] {
      #expect(redactor.redact("a \(text) b").hasPrefix("a ***"))
      #expect(!redactor.redact("a \(text) b").contains(tail.suffix(9)))
      #expect(!redactor.redact("a \(text) b").contains(hex.suffix(9)))
    }
    let wrong = Environment(["LINKCTL_FINGERPRINT_KEY_PREVIOUS": "hunter2"])
    #expect(Redactor(wrong.fingerprintSecrets).redact("a hunter2") == "a ***")
  }
}
