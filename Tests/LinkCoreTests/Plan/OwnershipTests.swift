import LinkCore
import Testing

/// Which links of a catalog are ours, and what becomes of those that are not.
@Suite struct OwnershipTests {
  private static func tag(_ number: UInt8, owner: String = "me") -> TagMark {
    .tag(
      LinkCore.Tag(
        owner: owner,
        rotation: nil,
        nonce: DigestPrefix(8, of: [number, 0, 0, 0, 0, 0, 0, 0]),
        fingerprint: nil
      )
    )
  }

  /// Shapes of a link that linkctl has not made what it is, and why each is none of ours.
  static let foreign: [(mark: TagMark, why: Foreign)] = [
    (.none, .untagged),
    (.malformed("[linkctl:"), .altered), (.malformed("[linkctl:1:me"), .altered),
    (.malformed("[linkctl:1:me:-:-:AAAAAAAAAAA:-] "), .altered),
    (.malformed("[linkctl:1:me:-:-:AAAAAAAAAAB:-]"), .altered),
    (.newer("linkctl:2:me:x"), .newer), (.newer("linkctl:10:me"), .newer),
    (tag(9, owner: "Me"), .otherOwner), (tag(9, owner: "me2"), .otherOwner),
    (tag(9, owner: "m"), .otherOwner), (tag(9, owner: "linkctl"), .otherOwner),
    (tag(1), .copied),
  ]

  private static let written: Written = [
    "database": "d",
    "links": [
      "a": ["type": "S3", "config": ["region": "x"], "credentials": [:]],
      "b": ["type": "S3", "credentials": [:]],
    ],
  ]

  private static func change(
    of mark: TagMark,
    adopt: [String] = [],
    takeOver: [String] = [],
    written: Written = written,
    ownership: Ownership = PlanSamples.ownership()
  ) throws -> LinkChange {
    let catalog = PlanSamples.catalog([
      PlanSamples.link("a", mark: mark), PlanSamples.link("b", mark: tag(1)),
    ])
    let plan = try PlanSamples.plan(
      written,
      catalog,
      adopt: adopt,
      takeOver: takeOver,
      ownership: ownership
    )
    return try #require(plan.changes.first { $0.address.name == "a" })
  }

  @Test(arguments: foreign.indices)
  func `A link without our tag is shown and left alone`(index: Int) throws {
    let (mark, why) = Self.foreign[index]
    let change = try Self.change(of: mark)
    #expect(change.reason == .notOurs && change.foreign == why)
    #expect(change.statements.isEmpty && change.block == nil)
    #expect(change.fields.map(\.path.description) == ["config.region"])
  }

  @Test(arguments: foreign.indices)
  func `A link without our tag can be taken, but for a newer version's`(index: Int) throws {
    let (mark, why) = Self.foreign[index]
    let owner = mark.tag.map { [$0.owner] } ?? []
    let change = try Self.change(of: mark, adopt: ["d.*"], takeOver: owner)
    #expect((change.action == .adopt) == (why != .newer))
    let others = try Self.change(of: mark, adopt: ["d.*"], takeOver: ["somebody"])
    #expect((others.action == .adopt) == (why != .newer && why != .otherOwner))
    #expect(try Self.change(of: mark, adopt: ["e.*"]).reason == .notOurs)
  }

  @Test func `A link with our own tag is ours`() throws {
    let change = try Self.change(of: Self.tag(2))
    #expect(change.action == .update && change.foreign == nil)
  }

  @Test(arguments: foreign.indices)
  func `Where tags are off every declared link is ours`(index: Int) throws {
    let change = try Self.change(
      of: Self.foreign[index].mark,
      ownership: PlanSamples.ownership(isTagging: false)
    )
    #expect(change.action == .update)
    #expect(change.statements.first.map { !$0.preview.contains("linkctl:") } == true)
  }

  @Test func `What nobody declares is orphaned where it has our tag, and unmanaged else`() throws {
    let links = (["a", "b", "c", "d"]).enumerated().map { index, name in
      PlanSamples.link(
        name,
        mark: [.none, Self.tag(1), Self.tag(2, owner: "you"), .malformed("[linkctl:")][index]
      )
    }
    let plan = try PlanSamples.plan(
      ["database": "d", "links": ["z": ["state": "absent"]]],
      PlanSamples.catalog(links),
      ownership: PlanSamples.ownership()
    )
    #expect(plan.orphaned.map(\.name) == ["b"])
    #expect(plan.unmanaged.map(\.name) == ["a", "c", "d"])
    #expect(plan.actions.isEmpty)
  }

  // MARK: Credentials

  static let comparisons: [(CredentialComparison, LinkChange.Reason, LinkChange.Unverifiable?)] = [
    (.same, .inSync, nil), (.changed, .credentialsRotated, nil),
    (.sameByPreviousKey, .keyRotated, nil),
    (.unverifiable(.noKey), .inSync, .noKey), (.unverifiable(.otherKey), .inSync, .otherKey),
    (.unverifiable(.noFingerprint), .inSync, .noFingerprint),
    (.unverifiable(.secretMissing), .inSync, .secretMissing),
  ]

  @Test(arguments: comparisons.indices)
  func `What the tag says of credentials decides what is done`(index: Int) throws {
    let (comparison, reason, obstacle) = Self.comparisons[index]
    let same: Written = [
      "database": "d", "links": ["a": ["type": "S3", "credentials": ["role_arn": ["env": "R"]]]],
    ]
    let change = try Self.change(
      of: Self.tag(2),
      written: same,
      ownership: PlanSamples.ownership(comparison)
    )
    #expect(change.reason == reason)
    #expect(change.unverifiable == [obstacle].compactMap(\.self))
    #expect(change.statements.count == (reason == .inSync ? 0 : 1))
  }
}
