internal import LinkCore

/// The words behind the program's name.
struct CommandLineArguments {
  let raw: [[UInt8]]

  /// As text; the guard has refused what is none.
  var texts: [String] { raw.map { String(decoding: $0, as: UTF8.self) } }

  /// The `kind` of the document that stdout has to hold, where the command line asks for JSON and
  /// is otherwise too wrong to be parsed.
  var documentKind: String? {
    let texts = texts
    let asksForJSON =
      texts.contains("--format=json")
      || zip(texts, texts.dropFirst()).contains { $0 == "--format" && $1 == "json" }
    return asksForJSON ? Self.documentKind(of: texts.first) : nil
  }

  /// The `kind` of a command's document.
  static func documentKind(of command: String?) -> String {
    switch command {
    case "apply": RunView.kind
    case "validate": ValidationView.kind
    case "secrets": SecretsView.kind
    case "drift": DriftReport.kind
    case "doctor": DoctorView.kind
    case "lock": LockView.kind
    case "import": ImportView.kind
    case "matrix": MatrixView.kind
    default: PlanDocument.kind
    }
  }
}
