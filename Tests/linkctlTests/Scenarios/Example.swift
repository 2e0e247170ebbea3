import Foundation
import LinkCore
import Testing

/// A project of the repository that others start from.
struct Example: CustomTestStringConvertible {
  /// From the repository's root.
  let folder: String
  var environments: [String?] = [nil]
  /// Whether its links refer to any.
  var hasSecrets = true

  var testDescription: String { folder }

  static let root = "\((#filePath as NSString).deletingLastPathComponent)/../../.."

  static let all = [
    Example(folder: "."), Example(folder: "examples/first-links"),
    Example(folder: "examples/from-8.5-to-9.1"),
    Example(folder: "examples/hdfs-kerberos", hasSecrets: false),
    Example(folder: "examples/http-headers"), Example(folder: "examples/kafka-schema-registry"),
    Example(folder: "examples/mongodb-mysql-cdc"), Example(folder: "examples/s3-role"),
    Example(folder: "examples/teardown"),
    Example(folder: "examples/three-environments", environments: ["dev", "staging", "prod"]),
  ]

  /// What it is made of besides the manifests.
  private static let inputs = ["links.d", "linkctl.yaml"]

  func path(_ file: String) -> String { "\(Self.root)/\(folder)/\(file)" }

  func text(_ file: String) -> String? {
    try? String(contentsOfFile: path(file), encoding: .utf8)
  }

  /// The names of the catalogs that it comes with.
  var snapshots: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path(""))) ?? []
    return names.filter { $0.hasPrefix("snapshot") && $0.hasSuffix(".json") }.sorted()
  }

  /// Its manifests, by themselves.
  func project() throws -> TestProject {
    let project = try TestProject()
    try copy(Self.inputs, to: project.folder)
    return project
  }

  /// With its catalogs, in the folder where the repository has it.
  func repository() throws -> TestProject {
    let project = try TestProject()
    let copied = project.path(folder)
    try FileManager.default.createDirectory(atPath: copied, withIntermediateDirectories: true)
    try copy(Self.inputs + snapshots, to: copied)
    return project
  }

  private func copy(_ names: [String], to target: String) throws {
    for name in names where FileManager.default.fileExists(atPath: path(name)) {
      try FileManager.default.copyItem(atPath: path(name), toPath: "\(target)/\(name)")
    }
  }

  /// A secret for each variable that the manifests refer to.
  func secrets(_ project: TestProject, _ environment: [String] = []) throws -> [String: String] {
    let listed = try project.linkctl(["secrets", "--format", "json"] + environment).run()
    let references = try JSONValue(reading: listed.output)["references"]?.items ?? []
    let names = references.compactMap { $0["source"]?.text }.filter { $0.hasPrefix("env:") }
    #expect(names.isEmpty != hasSecrets)
    return Dictionary(
      uniqueKeysWithValues: names.map { ("\($0.dropFirst(4))", "kept 'safe' \\ \($0) 8Kq") }
    )
  }
}
