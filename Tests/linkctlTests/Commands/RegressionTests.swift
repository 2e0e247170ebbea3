import Testing

/// Small things that once went wrong.
struct RegressionTests {
  private func validate(_ links: String, files: [String: String] = [:]) throws -> String {
    let manifest = ["links.d/a.yaml": "database: d\nlinks:\n\(links)\n"]
    return try TestProject(manifest.merging(files) { $1 }).run("validate").text
  }

  @Test func `Names that look the same are told apart`() throws {
    let output = try validate(
      "  \"cafe\\u0301\": { type: S3, credentials: {} }\n  \"caf\\u00e9\": { type: S3, credentials: {} }"
    )
    #expect(output.contains("[look-alike]"))
  }

  @Test func `A path to a key with dots needs quotes`() throws {
    let output = try validate(
      "  k: { type: KAFKA, credentials: {}, config: { security.protocol: ssl },"
        + " ignore: [config.security.protocol] }"
    )
    #expect(output.contains("did you mean 'config.\"security.protocol\"'?"))
  }

  @Test func `What stands behind env by mistake is not shown`() throws {
    let output = try validate(
      "  a: { type: GCS, credentials: { access_id: x, secret_key: { env: wJalr/XUtn } } }"
    )
    #expect(output.contains("not a valid variable name") && !output.contains("wJalr"))
  }

  @Test func `One link holds a thousand values at most`() throws {
    let keys = (0...1_000).map { "k\($0): v" }.joined(separator: ", ")
    let output = try validate("  a: { type: KAFKA, credentials: {}, config: { \(keys) } }")
    #expect(output.contains("holds more than 1000 values [too-large]"))
  }

  @Test func `Manifests lie in a folder of their own below the project`() throws {
    for folder in [".", "../elsewhere"] {
      let output = try validate(
        "  a: { type: S3, credentials: {} }",
        files: ["linkctl.yaml": "manifests: \(folder)\n"]
      )
      #expect(output.contains(": error: "), "\(folder)")
    }
  }

  @Test func `A glob of rotate leaves out links that have nothing to send`() throws {
    let project = try TestProject([
      "links.d/a.yaml": """
      database: d
      links:
        a: { type: S3, credentials: {} }
        b: { type: S3, credentials: {} }

      """
    ])
    #expect(try project.run("apply", "--auto-approve").exit == 0)
    try project.write(
      "database: d\nlinks: { a: { type: S3, credentials: {} }, b: { type: S3 } }\n",
      to: "links.d/a.yaml"
    )
    let plan = try project.run("plan", "--rotate", "d.*", "--detailed-exitcode")
    #expect(plan.exit == 2 && plan.text.contains("1 to update"))
    let named = try project.run("plan", "--rotate", "d.b", "--detailed-exitcode")
    #expect(named.exit == 3 && named.text.contains("(unmanaged-credentials)"))
  }
}
