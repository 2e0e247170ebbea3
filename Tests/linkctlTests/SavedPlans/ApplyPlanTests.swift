import Foundation
import LinkCore
import Testing

/// Carrying out a plan that was saved and reviewed.
@Suite struct ApplyPlanTests {
  private let planned: StalePlanTests.Planned

  init() throws {
    planned = try StalePlanTests.Planned()
  }

  private static let summary = "0 failed, 0 unknown, 0 not attempted.\n"

  @Test func `Is the approval, and is done once`() throws {
    let first = try planned.apply()
    #expect(first.exit == 0)
    #expect(first.text.hasSuffix("Apply: 5 applied, 0 already, \(Self.summary)"))
    let links = try planned.links
    #expect(links.count == 3)
    let second = try planned.apply("--no-input")
    #expect(second.exit == 0)
    #expect(second.text.hasSuffix("Apply: 0 applied, 5 already, \(Self.summary)"), "F007")
    #expect(try planned.links == links)
    let again = try planned.project.run("plan", "--env", "dev", "--detailed-exitcode")
    #expect(again.exit == 0)
  }

  @Test func `Goes on where it was cut off`() throws {
    try planned.query("DROP LINK d.recreated")
    let description = try planned.tagged("", "created")
    try planned.query("CREATE LINK d.created AS S3 CREDENTIALS '{}' DESCRIPTION '\(description)'")
    let ended = try planned.apply()
    #expect(ended.exit == 0)
    #expect(ended.text.hasSuffix("Apply: 3 applied, 2 already, \(Self.summary)"))
  }

  @Test func `A link that somebody else made just so is not this plan's work`() throws {
    try planned.query("CREATE LINK d.created AS S3 CREDENTIALS '{}'")
    let ended = try planned.apply()
    #expect(ended.exit == 4)
    #expect(ended.messageText.contains("d.created: exists now"))
  }

  @Test func `F003: Comments, quotes, the order of keys and other links do not count`() throws {
    for number in 0..<50 {
      try planned.query("CREATE LINK d.other\(number) AS S3 CREDENTIALS '{}'")
    }
    try planned.edit("links.d/a.yaml", "links:", "# a comment\nlinks:")
    try planned.edit(
      "links.d/a.yaml",
      "type: S3, description: words,",
      "description: 'words', type: S3,"
    )
    try planned.edit("linkctl.yaml", "owner: team", "# whose\nowner: 'team'")
    #expect(try planned.apply().exit == 0)
  }

  @Test(arguments: [
    "--only=x", "--exclude=x", "--allow-drop=d.x", "--allow-recreate=d.x", "--rotate=x",
  ])
  func `Takes no selection and no consent beside it`(flag: String) throws {
    let ended = try planned.apply(flag)
    #expect(ended.exit == 64)
    #expect(ended.messageText.contains("has its own selection and consents"))
  }

  @Test func `Says in JSON too that it is stale`() throws {
    try planned.edit("links.d/a.yaml", "words", "others")
    let ended = try planned.apply("--format", "json")
    let document = try JSONValue(reading: ended.output)
    #expect(ended.exit == 4 && document["kind"]?.text == "linkctl.run")
    #expect(document["error"]?["code"]?.text == "stale")
  }

  @Test(
    arguments: [
      ("words", "wordz", "the plan was altered after it was written"),
      (
        #""format_version": "1.0""#, #""format_version": "2.0""#,
        "made by a newer linkctl (format 2.0"
      ),
      (#""kind": "linkctl.plan""#, #""kind": "linkctl.snapshot""#, "kind is 'linkctl.snapshot'"),
    ]
  )
  func `Is not read where the file was altered or is of another form`(
    old: String,
    new: String,
    named: String
  ) throws {
    let before = try planned.links
    try planned.edit("saved.plan", old, new)
    let ended = try planned.apply()
    #expect(ended.exit == 65)
    #expect(ended.messageText.contains(named), "\(ended.messageText)")
    #expect(try planned.links == before)
  }
}
