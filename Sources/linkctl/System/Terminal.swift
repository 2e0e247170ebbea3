internal import Glibc

/// When output is coloured.
enum ColorChoice: String, CaseIterable, Sendable {
  case auto
  case always
  case never
}

/// What is known of the place where one stream ends up.
struct Terminal: Sendable {
  let isTerminal: Bool
  /// In columns; `nil` where lines may be as long as they are.
  let width: Int?

  init(isTerminal: Bool, width: Int?) {
    self.isTerminal = isTerminal
    self.width = width
  }

  /// An open file: a stream of ``Output``, or stdin.
  init(_ number: Int32, environment: Environment) {
    isTerminal = isatty(number) == 1
    width = isTerminal && !environment.isOn("CI") ? Self.columns(of: number) : nil
  }

  private static func columns(of number: Int32) -> Int {
    var size = winsize()
    guard ioctl(number, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Whether this stream is coloured.
  ///
  /// The command line decides, then `NO_COLOR`, then `FORCE_COLOR`; else a terminal that is no
  /// `dumb` one is, outside of CI.
  func isColored(_ choice: ColorChoice, environment: Environment) -> Bool {
    switch choice {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if environment["NO_COLOR"]?.isEmpty == false { return false }
    if environment.isOn("FORCE_COLOR") { return true }
    return isTerminal && environment["TERM"] != "dumb" && !environment.isOn("CI")
  }
}
