import LinkCore

/// Why a command ended without its result.
struct Failure: Error {
  let exit: ExitCode
  let message: String
  /// What stderr says of it as a list, a line each, where one message would be too long.
  var lines: [String] = []
  /// Findings that led to it.
  var findings: [Diagnostic] = []
  /// Whether it is a report that could not be written.
  var isAboutReports = false

  init(_ exit: ExitCode, _ message: String, findings: [Diagnostic] = []) {
    self.exit = exit
    self.message = message
    self.findings = findings
  }
}
