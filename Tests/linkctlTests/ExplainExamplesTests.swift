import LinkCore
import Testing

/// The examples of explanations, given to the program itself.
@Suite struct ExplainExamplesTests {
  /// Rules whose examples are no manifests, or that need more than manifests to be found.
  static let others: Set<Rule> = [
    .notAFile, .unreadable, .tooLarge, .encoding, .byteOrderMark, .jsonSyntax, .newerFormat,
    .alteredFile,
    .secretInComment, .noMatch, .incompleteCatalog, .unknownVersion, .malformedConfig,
    .serverRewrites,
  ]

  static let projectFile = """
    environments: { prod: { target: "sandbox:.linkctl/prod.db" } }
    secrets: { allow: ["ORDERS_*", "QUOTES_*"] }
    """

  @Test(arguments: Rule.allCases.filter { !others.contains($0) })
  func `What stands before has the finding, and what stands after is clean`(rule: Rule) throws {
    let before = try findings(of: rule.explanation.before)
    #expect(before.contains(rule.rawValue), "\(rule.rawValue): \(before)")
    let after = try findings(of: rule.explanation.after)
    #expect(after.isEmpty, "\(rule.rawValue): \(after)")
  }

  private func findings(of example: String) throws -> [String] {
    let project = try TestProject(["linkctl.yaml": Self.projectFile])
    for (path, text) in Self.files(of: example) { try project.write(text, to: path) }
    let ended = try project.run("validate", "--format", "json")
    let document = try JSONValue(reading: ended.text)
    return document["diagnostics"]?.items?.compactMap { $0["rule"]?.text } ?? []
  }

  /// The manifests of an example; more than one where comments name their files.
  static func files(of example: String) -> [(path: String, text: String)] {
    var files: [(path: String, text: String)] = []
    for line in example.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("# links.d/") {
        files.append((String(line.dropFirst(2)), ""))
      } else {
        if files.isEmpty { files.append(("links.d/example.yaml", "")) }
        files[files.count - 1].text += line + "\n"
      }
    }
    return files
  }
}
