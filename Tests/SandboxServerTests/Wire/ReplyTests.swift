import LinkCore
import Testing

@testable import SandboxServer

@Suite struct ReplyTests {
  private let old = Reply(capabilities: .required, sequence: 1)
  private let new = Reply(
    capabilities: [.protocol41, .secureConnection, .deprecateEOF],
    sequence: 1
  )

  @Test func `Done, with the number of warnings`() {
    #expect(old.bytes(.done()) == packet(1, [0, 0, 0, 2, 0, 0, 0]))
    #expect(new.bytes(.done(warnings: 258)) == packet(1, [0, 0, 0, 2, 0, 2, 1]))
    #expect(new.bytes(.done(warnings: 70_000)) == packet(1, [0, 0, 0, 2, 0, 255, 255]))
  }

  @Test(arguments: [(1049, 0x19, 0x04), (0, 0x51, 0x04)])
  func `A refusal has its number, and one for what has none`(code: Int, low: Int, high: Int) {
    let error = ServerError(code: code, sqlState: "42000", message: "Unknown é")
    #expect(
      new.bytes(.refused(error)) == packet(1, bytes(0xFF, low, high, "#42000Unknown é"))
    )
  }

  private static let columns = [
    bytes(3, "def", 0, 0, 0, 4, "Link", 4, "Link", 12, 45, 0, 0, 0, 0, 1, 0xFD, zeros(5)),
    bytes(3, "def", 0, 0, 0, 1, "n", 1, "n", 12, 63, 0, 20, 0, 0, 0, 0x08, zeros(5)),
  ]
  private static let table = AnswerTable(
    [AnswerTable.Column(name: "Link"), AnswerTable.Column(name: "n", isNumber: true)],
    [["a", nil], ["é", "7"]]
  )
  private static let rows = [bytes(1, "a", 0xFB), bytes(2, "é", 1, "7")]

  @Test func `Rows stand between two ends`() {
    let end: [UInt8] = [0xFE, 0, 0, 2, 0]
    let payloads = [[2]] + Self.columns + [end] + Self.rows + [end]
    let expected = payloads.enumerated().flatMap { packet($0 + 1, $1) }
    #expect(old.bytes(.rows(Self.table)) == expected)
  }

  @Test func `Rows have one end for clients that know better`() {
    let payloads = [[2]] + Self.columns + Self.rows + [[0xFE, 0, 0, 2, 0, 0, 0]]
    let expected = payloads.enumerated().flatMap { packet($0 + 1, $1) }
    #expect(new.bytes(.rows(Self.table)) == expected)
  }
}
