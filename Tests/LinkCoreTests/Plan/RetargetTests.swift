import LinkCore
import Testing

/// Credentials that a link has go nowhere else unless somebody says so.
@Suite struct RetargetTests {
  private static let store = #"{"endpoint_url":"https://old.example.com","region":"x"}"#

  private static func block(
    _ wanted: Written,
    config: String? = store,
    style: PlanOptions.Style = .replace,
    knows comparison: CredentialComparison = .unverifiable(.noKey)
  ) throws -> BlockReason? {
    let mark = TagMark.tag(
      LinkCore.Tag(
        owner: "me",
        rotation: nil,
        nonce: DigestPrefix(8, of: Array(repeating: 1, count: 8)),
        fingerprint: nil
      )
    )
    let plan = try PlanSamples.plan(
      ["database": "d", "links": ["a": wanted]],
      PlanSamples.catalog([PlanSamples.link("a", config: config, mark: mark)]),
      style: style,
      ownership: PlanSamples.ownership(comparison)
    )
    return try #require(plan.changes.first).block?.reason
  }

  private static func link(
    _ config: Written,
    _ credentials: Written = ["role_arn": ["env": "R"]],
    _ more: (String, Written)...
  ) -> Written {
    .map([("type", "S3"), ("config", config), ("credentials", credentials)] + more)
  }

  private static let moved: Written = [
    "endpoint_url": .quoted("https://new.example.com"), "region": "x",
  ]

  @Test func `Another endpoint is blocked, another region is not`() throws {
    #expect(try Self.block(Self.link(Self.moved)) == .retarget)
    let region: Written = ["endpoint_url": .quoted("https://old.example.com"), "region": "y"]
    #expect(try Self.block(Self.link(region)) == nil)
  }

  /// ALTER LINK leaves the credentials that are there, whatever the manifest says of them.
  @Test func `Empty credentials in the manifest open no way for those on the server`() throws {
    let link = Self.link(Self.moved, .map([]))
    #expect(try Self.block(link, style: .auto) == .retarget)
    #expect(try Self.block(link, style: .auto, knows: .same) == nil)
    #expect(try Self.block(link, style: .replace) == nil)
  }

  @Test func `A consent to one field is none to another`() throws {
    let consent = { (key: String) -> Written in
      [["rule": "retarget", "key": .quoted(key), "reason": "moved"]]
    }
    let link = { Self.link(Self.moved, ["role_arn": ["env": "R"]], ("allow", consent($0))) }
    #expect(try Self.block(link("config.region")) == .retarget)
    #expect(try Self.block(link("config.endpoint_url")) == nil)
    #expect(try Self.block(link("config")) == nil)
  }

  @Test func `What cannot be read may be another destination`() throws {
    let described = Self.link(Self.moved, ["role_arn": ["env": "R"]], ("description", "words"))
    #expect(try Self.block(described, config: "unreadable") == .retarget)
    let hidden = #"{"endpoint_url":"<redacted>","region":"x"}"#
    #expect(try Self.block(described, config: hidden) == .retarget)
    let elsewhere = Self.link(["region": "x"], ["role_arn": ["env": "R"]], ("description", "words"))
    #expect(try Self.block(elsewhere, config: "unreadable") == nil)
  }

  @Test(arguments: ["drop", "recreate", "adopt"])
  func `A consent to a whole link takes no key`(rule: String) {
    let written = Self.link(
      Self.moved,
      .map([]),
      ("allow", [["rule": .plain(rule), "key": "config", "reason": "x"]])
    )
    let found = desired(["database": "d", "links": ["a": written]]).findings
    #expect(found.map(\.rule) == [.badValue])
  }
}
