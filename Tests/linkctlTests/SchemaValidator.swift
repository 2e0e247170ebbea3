import Foundation
import LinkCore

/// A stock validator of JSON Schema: Python's jsonschema.
struct SchemaValidator {
  enum Kind: String {
    case manifest
    case project
  }

  /// What it has against a file; empty where nothing.
  struct Verdict {
    let file: String
    let errors: [(path: String, message: String)]
    var isValid: Bool { errors.isEmpty }
  }

  /// There is no Python, or it has no jsonschema or yaml; no reason to skip a test.
  struct Unavailable: Error {
    let message: String
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  private let project: TestProject

  init() throws {
    project = try TestProject()
  }

  /// The verdicts on YAML files, in their order.
  func validate(_ files: [String], as kind: Kind) throws -> [Verdict] {
    let schema = project.path("\(kind).json")
    let written = try project.linkctl(kind == .project ? ["schema", "--project-file"] : ["schema"])
      .with { $0.output = .captured }.run()
    try project.write(written.output, to: "\(kind).json")
    let script = "\(Self.root)/Tests/Support/validate_schema.py"
    var call = project.linkctl(["python3", script, schema] + files)
    call.executable = "/usr/bin/env"
    call.environment["HOME"] = ProcessInfo.processInfo.environment["HOME"]
    let ended = try call.run()
    guard ended.exit == 0 else { throw Unavailable(message: ended.messageText) }
    return try ended.lines().map { try Verdict(reading: String($0)) }
  }

  /// The verdicts on texts, in their order.
  func validate(texts: [String], as kind: Kind) throws -> [Verdict] {
    let files = try texts.enumerated().map { index, text in
      try project.write(text, to: "\(index).yaml")
      return project.path("\(index).yaml")
    }
    return try validate(files, as: kind)
  }
}

extension SchemaValidator.Verdict {
  init(reading line: String) throws {
    let value = try JSONValue(reading: line)
    file = value["file"]?.text ?? ""
    errors =
      value["errors"]?.items?.map { ($0["path"]?.text ?? "", $0["message"]?.text ?? "") } ?? []
  }
}
