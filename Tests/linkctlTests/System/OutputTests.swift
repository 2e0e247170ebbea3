import Glibc
import LinkCore
import Testing

@testable import linkctl

struct OutputTests {
  /// A pipe's two ends, closed at the end.
  private final class Pipe {
    let read: Int32
    let write: Int32

    init(_ flags: Int32 = 0) {
      var ends: [Int32] = [-1, -1]
      pipe(&ends)
      (read, write) = (ends[0], ends[1])
      _ = fcntl(write, F_SETFL, flags)
    }

    deinit {
      close(read)
      close(write)
    }

    func text(count: Int) -> String {
      var bytes: [UInt8] = []
      var chunk = [UInt8](repeating: 0, count: 65_536)
      while bytes.count < count {
        let got = Glibc.read(read, &chunk, chunk.count)
        guard got > 0 else { break }
        bytes += chunk[..<got]
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  init() {
    signal(SIGPIPE, SIG_IGN)
  }

  @Test func writesEachStreamToItsPlace() throws {
    let result = Pipe()
    let message = Pipe()
    let output = Output(result: result.write, message: message.write)
    try output.write("", to: .result)
    try output.write("result\n", to: .result)
    try output.write("mess\u{E9}ge\n", to: .message)
    #expect(result.text(count: 7) == "result\n")
    #expect(message.text(count: 9) == "mess\u{E9}ge\n")
  }

  @Test func masksWhatWasResolvedSoFar() throws {
    let pipe = Pipe()
    let output = Output(result: pipe.write, message: pipe.write)
    try output.write("hunter2;", to: .result)
    output.mask([Secret("hunter2")])
    output.mask([])
    output.mask([Secret("swordfish")])
    try output.write("hunter2;", to: .message)
    try output.write("swordfish", to: .result)
    #expect(pipe.text(count: 15) == "hunter2;***;***")
    #expect(output.redactor.redact("hunter2") == "***")
  }

  @Test(arguments: [0, O_NONBLOCK])
  func writesMoreThanAPipeHolds(flags: Int32) {
    let pipe = Pipe(flags)
    let output = Output(result: pipe.write)
    let text = String(repeating: "0123456789abcdef", count: 40_000)
    let writer = Worker { try? output.write(text, to: .result) }
    #expect(pipe.text(count: text.utf8.count) == text)
    writer.join()
  }

  @Test func keepsMessagesOfSeveralThreadsWhole() {
    let pipe = Pipe()
    let output = Output(result: pipe.write)
    let lines = ["a", "b", "c", "d"].map { String(repeating: $0, count: 90_000) }
    let writers = lines.map { line in Worker { try? output.write(line + "\n", to: .result) } }
    let written = pipe.text(count: 4 * 90_001)
    #expect(written.split(separator: "\n").map(String.init).sorted() == lines)
    for writer in writers { writer.join() }
  }

  @Test func saysThatAStreamIsClosed_C015() {
    let output = Output(result: 9_999, message: 9_999)
    let error = OutputError(stream: .result, cause: SystemError(code: EBADF))
    #expect(throws: error) { try output.write("x", to: .result) }
    #expect(error.description == "cannot write to standard output: Bad file descriptor")
  }

  @Test func saysThatTheReaderWentAway_C016() {
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    close(ends[0])
    defer { close(ends[1]) }
    let output = Output(message: ends[1])
    let error = OutputError(stream: .message, cause: SystemError(code: EPIPE))
    #expect(throws: error) { try output.write("x", to: .message) }
    #expect(error.description == "cannot write to standard error: Broken pipe")
  }

  @Test func saysThatTheDiskIsFull() {
    let full = open("/dev/full", O_WRONLY)
    defer { close(full) }
    let output = Output(result: full)
    let error = OutputError(stream: .result, cause: SystemError(code: ENOSPC))
    #expect(throws: error) { try output.write("x", to: .result) }
  }
}
