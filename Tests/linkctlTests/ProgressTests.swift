import Glibc
import LinkCore
import Testing

@testable import linkctl

/// The line that tells how far a command is.
@Suite struct ProgressTests {
  private let terminal: PseudoTerminal
  private let number: Int32
  private let output: Output
  private let progress = Progress()

  init() throws {
    terminal = try PseudoTerminal()
    number = open(terminal.path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    output = Output(result: number, message: number)
  }

  private func shown(after first: Duration = .zero, _ body: () throws -> Void) rethrows {
    try progress.shown(on: output, after: first, every: .milliseconds(5), body)
    terminal.readMore()
    close(number)
  }

  @Test func `Counts what is done, and is gone at the end`() {
    progress.begin("reading", of: 20_000, "files")
    shown {
      for _ in 0..<1_200 { progress.advance() }
      #expect(terminal.isShown("\u{1B}[Kreading 1,200 of 20,000 files …"))
      progress.begin("comparing")
      #expect(terminal.isShown("\u{1B}[Kcomparing …"))
    }
    #expect(terminal.shown.hasSuffix("\r\u{1B}[K"))
  }

  @Test func `Says nothing of what takes but a moment`() {
    progress.begin("reading", of: 2, "files")
    shown(after: .seconds(60)) { progress.advance() }
    #expect(terminal.shown.isEmpty)
  }

  @Test func `Makes room for messages, and goes on below them`() throws {
    progress.begin("reading", of: 2, "files")
    shown {
      #expect(terminal.isShown("reading 0 of 2 files …"))
      progress.clear(on: output)
      try? output.write("a finding\n", to: .message)
      progress.begin("comparing")
      #expect(terminal.isShown("comparing …"))
    }
    #expect(terminal.shown.contains(#/\r\u{1B}\[K(\r\u{1B}\[Kreading[^\r]*\r\u{1B}\[K)*a finding/#))
  }

  @Test func `Ends with what it watches, also where that fails`() {
    struct Failed: Error {}
    progress.begin("reading", of: 2, "files")
    #expect(throws: Failed.self) {
      try shown {
        #expect(terminal.isShown("reading"))
        throw Failed()
      }
    }
    terminal.readMore()
    #expect(terminal.shown.hasSuffix("\r\u{1B}[K"))
    close(number)
  }

  @Test func `Stays off what is no terminal`() throws {
    let project = try TestProject(["links.d/a.yaml": ExitCodeTests.manifest])
    let ended = try project.run("plan")
    #expect(!ended.messageText.contains("\u{1B}"))
  }
}
