internal import LinkCore

/// A failure as the one JSON document that stdout holds.
struct FailureView {
  let failure: Failure
  let kind: String

  var json: JSONValue {
    .document(
      [
        "format_version": "1.0",
        "kind": .string(kind),
        "diagnostics": .array(failure.findings.map(\.json)),
      ],
      endingWith: failure.exit,
      failure.message
    )
  }
}

extension JSONValue {
  /// A command's document with its exit code, and with the error where that is one.
  static func document(
    _ document: JSONValue,
    endingWith exit: ExitCode,
    _ message: String
  ) -> JSONValue {
    let error: JSONValue = ["code": .string(exit.name), "message": .string(message)]
    let code = Member("exit", .number(JSONNumber(Int(exit.rawValue))))
    let end = exit == .done ? [code] : [Member("error", error), code]
    return .object((document.members ?? []) + end)
  }
}
