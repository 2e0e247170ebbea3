import Testing

@testable import linkctl

struct EnvironmentTests {
  @Test func readsEntriesAsTheSystemHasThem() {
    let entries = ["A=1", "B=x=y", "A=2", "EMPTY=", "novalue"].map { Array($0.utf8) }
    let environment = Environment(entries: entries + [Array("RAW=".utf8) + [0xFF]])
    #expect(environment["A"] == "1")
    #expect(environment["B"] == "x=y")
    #expect(environment["EMPTY"] == "")
    #expect(environment["novalue"] == nil)
    #expect(environment["RAW"] == nil)
    #expect(environment.bytes(of: "RAW") == [0xFF])
  }

  @Test func tellsNamesApartByTheirBytes() {
    let environment = Environment(["\u{E9}": "one"])
    #expect(environment["\u{E9}"] == "one")
    #expect(environment["e\u{301}"] == nil)
  }

  @Test func isThatOfTheProcess() {
    #expect(Environment.current["PATH"]?.isEmpty == false)
    #expect(Environment.current["LINKCTL_NO_SUCH_VARIABLE"] == nil)
  }

  @Test(arguments: [
    ("1", true), ("true", true), ("yes", true), ("", false), ("0", false), ("False", false),
  ])
  func readsSwitches(value: String, isOn: Bool) {
    #expect(Environment(["X": value]).isOn("X") == isOn)
    #expect(!Environment([:]).isOn("X"))
  }
}
