import Testing

@testable import LinkCore

@Suite struct RedactorTests {
  @Test func x() {
    let r = Redactor([Secret("hunter2!\"'\\x")])
    #expect(r.redact("a hunter2!\"'\\x b") == "a *** b")
  }
}
