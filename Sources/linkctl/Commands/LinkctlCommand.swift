internal import ArgumentParser

/// A command: options, one call, an exit code.
protocol LinkctlCommand: ParsableCommand {
  var global: GlobalOptions { get }
  /// The `kind` of the JSON document that stdout holds also when the command fails; `nil` where the
  /// result is no JSON.
  var documentKind: String? { get }
  /// What is written beside the result, also when the command fails.
  var reportRequests: [ReportRequest] { get }

  func execute(_ session: Session) throws -> ExitCode
}

extension LinkctlCommand {
  var documentKind: String? { nil }
  var reportRequests: [ReportRequest] { [] }
}
