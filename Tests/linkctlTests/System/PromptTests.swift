import Glibc
import Testing

@testable import linkctl

struct PromptTests {
  private func lines(_ input: String, count: Int, isOpen: Bool = false) -> [String?] {
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    defer { close(ends[0]) }
    _ = write(ends[1], input, input.utf8.count)
    if !isOpen { close(ends[1]) }
    defer { if isOpen { close(ends[1]) } }
    return (0..<count).map { _ in Prompt.readLine(from: ends[0], isInterrupted: { false }) }
  }

  @Test func readsLineByLine() {
    #expect(lines("yes\nno\r\n\nend", count: 5) == ["yes", "no", "", "end", nil])
    #expect(lines("yes\n", count: 1, isOpen: true) == ["yes"])
  }

  @Test func readsNothingAtTheEnd() {
    #expect(lines("", count: 1) == [nil])
    #expect(Prompt.readLine(from: 9_999, isInterrupted: { false }) == nil)
  }

  @Test func takesNoLineLongerThanAnyAnswer() {
    #expect(lines(String(repeating: "y", count: 5_000) + "\n", count: 1) == [nil])
  }

  @Test func givesUpWhereASignalAsksToStop() {
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    defer { for end in ends { close(end) } }
    var looks = 0
    let line = Prompt.readLine(from: ends[0]) {
      looks += 1
      return looks > 2
    }
    #expect(line == nil)
  }
}
