import Foundation
import Testing

/// A folder of `Tests/Scenarios`: manifests, maybe a project file, a snapshot, secrets and
/// arguments; and what linkctl makes of them.
struct Scenario: CustomTestStringConvertible {
  let name: String

  var testDescription: String { name }

  static let folder = "\((#filePath as NSString).deletingLastPathComponent)/../../Scenarios"

  static let all = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { !$0.hasPrefix(".") }.sorted().map(Scenario.init)

  private static let inputs = ["links.d", "linkctl.yaml", "snapshot.json"]

  func path(_ file: String) -> String {
    "\(Self.folder)/\(name)/\(file)"
  }

  func text(_ file: String) -> String? {
    try? String(contentsOfFile: path(file), encoding: .utf8)
  }

  /// With the scenario's inputs and nothing of what is expected.
  func project() throws -> TestProject {
    let project = try TestProject()
    for input in Self.inputs where FileManager.default.fileExists(atPath: path(input)) {
      try FileManager.default.copyItem(atPath: path(input), toPath: project.path(input))
    }
    return project
  }

  /// Lines of `NAME=value`.
  var secrets: [String: String] {
    let pairs = lines("env").compactMap { line in
      line.firstIndex(of: "=").map { (String(line[..<$0]), String(line[line.index(after: $0)...])) }
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  /// For every call; a line that begins with `once:` is left out when planning after an apply.
  func arguments(isAgain: Bool = false) -> [String] {
    lines("arguments").flatMap { line -> [String] in
      if !line.hasPrefix("once: ") { return line.split(separator: " ").map(String.init) }
      return isAgain ? [] : line.dropFirst(6).split(separator: " ").map(String.init)
    }
  }

  /// The sandbox that it is applied to, with the dialect that a file of that name asks for.
  var sandbox: String {
    let dialect = lines("dialect").first.map { "?dialect=\($0)" } ?? ""
    return "sandbox:catalog.db" + dialect
  }

  private func lines(_ file: String) -> [Substring] {
    (text(file) ?? "").split(separator: "\n")
  }

  /// Compares with what is expected, or writes it down.
  func expect(_ actual: String, in file: String, _ place: SourceLocation = #_sourceLocation) throws
  {
    try Golden.expect(actual, at: path(file), named: "\(name)/\(file)", place)
  }
}
