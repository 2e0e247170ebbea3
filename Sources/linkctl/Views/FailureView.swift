internal import LinkCore

/// A failure as the one JSON document that stdout holds.
struct FailureView {
  let failure: Failure
  let kind: String

  var json: JSONValue {
    [
      "format_version": "1.0",
      "kind": .string(kind),
      "diagnostics": .array(failure.findings.map(\.json)),
      "error": ["code": .string(failure.exit.name), "message": .string(failure.message)],
      "exit": .number(JSONNumber(Int(failure.exit.rawValue))),
    ]
  }
}
