import LinkCore

/// Why a command ended without its result.
struct Failure: Error {
  let exit: ExitCode
  let message: String
  /// Findings that led to it.
  var findings: [Diagnostic] = []

  init(_ exit: ExitCode, _ message: String, findings: [Diagnostic] = []) {
    self.exit = exit
    self.message = message
    self.findings = findings
  }
}
