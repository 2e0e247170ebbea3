import Glibc
import Testing

@testable import linkctl

/// What changes the process as a whole, one test after the other.
@Suite(.serialized) struct ProcessTests {
  private static func handler(of signal: Int32) -> Int {
    var action = sigaction()
    sigaction(signal, nil, &action)
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
  }

  /// The threads that tests run on may have signals blocked.
  private static func raiseUnblocked(_ signal: Int32) {
    var wanted = sigset_t()
    var before = sigset_t()
    sigemptyset(&wanted)
    sigaddset(&wanted, signal)
    pthread_sigmask(SIG_UNBLOCK, &wanted, &before)
    raise(signal)
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }

  @Test func hardens_F024() {
    ProcessHygiene.harden()
    for signal in ProcessHygiene.crashSignals { #expect(Self.handler(of: signal) == 0) }
    #expect(ProcessHygiene.crashSignals.count == 6)
    #expect(Self.handler(of: SIGPIPE) == 1)
    let mask = umask(0o077)
    #expect(mask == 0o077)
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
    #expect(limit.rlim_cur == 0 && limit.rlim_max == 0)
    #expect(ProcessControl.call(ProcessControl.getDumpable) == 0)
    for number in [Int32(0), 1, 2] { #expect(fcntl(number, F_GETFD) != -1) }
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func notesTheFirstSignalAndLeavesTheSecondToTheSystem(signal: Int32) {
    var before = (sigaction(), sigaction())
    sigaction(SIGINT, nil, &before.0)
    sigaction(SIGTERM, nil, &before.1)
    defer {
      sigaction(SIGINT, &before.0, nil)
      sigaction(SIGTERM, &before.1, nil)
    }
    Interruption.watch()
    #expect(Interruption.requested == nil)
    #expect(Self.handler(of: SIGINT) > 1 && Self.handler(of: SIGTERM) > 1)
    Self.raiseUnblocked(signal)
    #expect(Interruption.requested == signal)
    #expect(Self.handler(of: SIGINT) == 0 && Self.handler(of: SIGTERM) == 0)
    Interruption.watch()
    #expect(Interruption.requested == nil)
  }

  @Test func letsASignalInterruptARead() {
    var before = sigaction()
    sigaction(SIGINT, nil, &before)
    defer { sigaction(SIGINT, &before, nil) }
    Interruption.watch()
    var action = sigaction()
    sigaction(SIGINT, nil, &action)
    #expect(action.sa_flags & SA_RESTART == 0)
  }
}
