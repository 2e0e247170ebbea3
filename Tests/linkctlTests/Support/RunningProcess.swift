import Foundation
import Glibc

/// A program that was started; it does not outlive its owner.
final class RunningProcess {
  let identifier: pid_t
  private let outputFile: String
  private let messageFile: String
  private var ending: Ended.Ending?

  /// Far beyond what anything here takes, so that nothing hangs.
  private static let timeLimit = Duration.seconds(120)

  init(identifier: pid_t, outputFile: String, messageFile: String) {
    self.identifier = identifier
    self.outputFile = outputFile
    self.messageFile = messageFile
  }

  deinit {
    if ending == nil { kill() }
  }

  func send(_ signal: Int32) {
    Glibc.kill(identifier, signal)
  }

  /// Whether it has not ended yet.
  var isRunning: Bool {
    if ending == nil { ending = poll() }
    return ending == nil
  }

  /// Waits for its end; kills it where that takes too long.
  func wait() throws -> Ended {
    guard isTrueInTime({ !self.isRunning }, Self.timeLimit) else {
      kill()
      throw TimedOut()
    }
    return Ended(ending: ending, output: read(outputFile), messages: read(messageFile))
  }

  struct TimedOut: Error {}

  /// What has been written to stdout until now.
  var outputSoFar: String { String(decoding: read(outputFile), as: UTF8.self) }

  /// The same of stderr.
  var messagesSoFar: String { String(decoding: read(messageFile), as: UTF8.self) }

  private func poll() -> Ended.Ending? {
    var status: Int32 = 0
    guard waitpid(identifier, &status, WNOHANG) == identifier else { return nil }
    return Ended.Ending(status)
  }

  private func kill() {
    send(SIGKILL)
    var status: Int32 = 0
    waitpid(identifier, &status, 0)
    ending = Ended.Ending(status)
  }

  private func read(_ file: String) -> [UInt8] {
    (try? Array(Data(contentsOf: URL(filePath: file)))) ?? []
  }
}

/// Looks again and again whether something has come true.
func isTrueInTime(_ condition: () throws -> Bool, _ limit: Duration = .seconds(60)) rethrows -> Bool
{
  let begin = ContinuousClock.now
  while begin.duration(to: .now) < limit {
    if try condition() { return true }
    usleep(1_000)
  }
  return false
}

/// How a program ended, and what it wrote.
struct Ended {
  enum Ending: Equatable {
    case exit(Int32)
    case signal(Int32)

    init(_ status: Int32) {
      self = status & 0x7F == 0 ? .exit(status >> 8 & 0xFF) : .signal(status & 0x7F)
    }
  }

  let ending: Ending?
  let output: [UInt8]
  let messages: [UInt8]

  /// `nil` where a signal ended it.
  var exit: Int32? {
    if case .exit(let code) = ending { code } else { nil }
  }

  var text: String { String(decoding: output, as: UTF8.self) }
  var messageText: String { String(decoding: messages, as: UTF8.self) }

  func lines(_ isWanted: (Substring) -> Bool = { _ in true }) -> [Substring] {
    text.split(separator: "\n").filter(isWanted)
  }
}
