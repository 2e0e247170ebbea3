/// What the process tells its caller; the numbers are part of the interface.
enum ExitCode: Int32, CaseIterable {
  case done = 0
  case failed = 1
  case differs = 2
  case refused = 3
  case stale = 4
  case locked = 5
  case secret = 6
  case partial = 7
  case cancelled = 8
  case usage = 64
  case badInput = 65
  case interrupted = 130
  case terminated = 143
}

extension ExitCode {
  /// By SIGTERM, or else by SIGINT.
  static func interrupted(by signal: Int32) -> ExitCode {
    signal == 15 ? .terminated : .interrupted
  }

  /// The word for it in JSON documents.
  var name: String {
    switch self {
    case .done: "done"
    case .failed: "failed"
    case .differs: "differs"
    case .refused: "refused"
    case .stale: "stale"
    case .locked: "locked"
    case .secret: "secret"
    case .partial: "partial"
    case .cancelled: "cancelled"
    case .usage: "usage"
    case .badInput: "bad_input"
    case .interrupted: "interrupted"
    case .terminated: "terminated"
    }
  }
}
