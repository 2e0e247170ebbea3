import Foundation
import Testing

/// A slip that authors make, with all that they are told of it.
struct Typo: CustomTestStringConvertible {
  /// The files with the slip in them.
  struct Source {
    let manifest: String
    var projectFile: String?
  }

  struct Finding: Equatable {
    let place: String
    let rule: String
    /// A part of the message: what to do where it tells that.
    let says: String

    init(_ place: String, _ rule: String, _ says: String) {
      self.place = place
      self.rule = rule
      self.says = says
    }
  }

  let title: String
  let source: Source
  let projectFile: String?
  let exit: Int32
  let findings: [Finding]

  init(
    _ title: String,
    _ source: Source,
    in projectFile: String? = nil,
    exit: Int32 = 65,
    _ findings: Finding...
  ) {
    self.title = title
    self.source = source
    self.projectFile = projectFile ?? source.projectFile
    self.exit = exit
    self.findings = findings
  }

  var testDescription: String { title }

  var files: [String: String] {
    var files = ["links.d/a.yaml": source.manifest]
    files["linkctl.yaml"] = projectFile
    return files
  }
}

extension Typo {
  static let all =
    keyTypos + valueTypos + referenceTypos + typeKeyTypos + formTypos + environmentTypos
    + projectTypos

  static let twoEnvironments = """
    environments:
      dev: { target: sandbox:dev.db, values: { bucket_region: us-east-1 } }
      prod: { target: sandbox:prod.db, values: { bucket_region: us-west-2 } }

    """
}

extension Typo.Source {
  private static let keys = """
    credentials:
      aws_access_key_id: { env: ID }
      aws_secret_access_key: { env: KEY }
    """

  static func file(_ text: String) -> Self {
    Self(manifest: text + "\n")
  }

  /// Links of a database.
  static func links(_ text: String) -> Self {
    file("database: prod\nlinks:\n" + indented(text, by: 2))
  }

  /// A link whose type stands in line 4.
  private static func link(_ name: String, _ type: String, _ body: String) -> Self {
    links("\(name):\n  type: \(type)\n" + indented(body, by: 2))
  }

  static func lake(_ body: String) -> Self {
    link("lake", "S3", body)
  }

  static func lakeWithKeys(_ body: String) -> Self {
    lake(body + "\n" + keys)
  }

  /// A link that is right so far, and ends in line 8.
  static func whole(_ body: String) -> Self {
    lake("config: { region: us-east-1 }\n\(keys)\n\(body)")
  }

  static func events(_ body: String) -> Self {
    link("events", "KAFKA", body)
  }

  /// A project file beside a link that is right.
  static func project(_ text: String) -> Self {
    Self(manifest: whole("protect: true").manifest, projectFile: text + "\n")
  }

  private static func indented(_ text: String, by count: Int) -> String {
    let space = String(repeating: " ", count: count)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { space + $0 }.joined(separator: "\n")
  }
}
