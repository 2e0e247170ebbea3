import Foundation
import LinkCore
import Testing

/// Links and environments side by side.
@Suite struct MatrixCommandTests {
  private static let files = [
    "linkctl.yaml": "environments: { dev: {}, stage: {}, prod: {} }\n",
    "links.d/a.yaml": """
    database: d
    links:
      everywhere: { type: S3, credentials: {} }
      fast:
        type: KAFKA
        config: { linger: 5 }
        credentials: { sasl.password: { env: A } }
        environments:
          prod: { config: { linger: 0 }, credentials: { sasl.password: { env: B } } }
      gone: { state: absent }
      some: { type: S3, credentials: {}, only: [stage, prod] }

    """,
  ]

  private let project: TestProject

  init() throws {
    project = try TestProject(Self.files)
  }

  @Test func `Says same, differs and missing`() throws {
    let ended = try project.run("matrix", "--verbose")
    #expect(ended.exit == 0, "\(ended.messageText)")
    #expect(
      ended.text == """
        link          dev      stage    prod
        d.everywhere  same     same     same
        d.fast        same     same     differs
            prod: config.linger, credentials."sasl.password"
        d.some        missing  same     same
        Matrix: 3 links in 3 environments, 1 the same in all.

        """
    )
    #expect(!(try project.run("matrix").text.contains("linger")))
  }

  @Test func `As JSON and as a comment`() throws {
    let json = try JSONValue(reading: project.run("matrix", "--format", "json").output)
    #expect(json["kind"]?.text == "linkctl.matrix")
    #expect(json["environments"]?.canonical == #"["dev","stage","prod"]"#)
    let fast = json["links"]?.items?[1]
    #expect(fast?["environments"]?["prod"]?["status"]?.text == "differs")
    #expect(fast?["environments"]?["prod"]?["fields"]?.items?.first?.text == "config.linger")
    let markdown = try project.run("matrix", "--format", "markdown", "--only", "d.fast").text
    #expect(markdown.contains("<td>differs: <code>config.linger</code>"))
    #expect(!markdown.contains("everywhere"))
  }

  @Test func `Only what is asked for`() throws {
    let ended = try project.run("matrix", "--exclude", "*.fast", "--env", "dev")
    #expect(ended.text.hasSuffix("Matrix: 1 link in 1 environment, 1 the same in all.\n") == true)
    #expect(try project.run("matrix", "--env", "none").exit == 64)
    try project.write("database: d\nlinks: { x: { typ: S3 } }\n", to: "links.d/b.yaml")
    let failed = try project.run("matrix", "--format", "json")
    #expect(failed.exit == 65)
    #expect(try JSONValue(reading: failed.output)["kind"]?.text == "linkctl.matrix")
  }
}
