import LinkCore
import Testing

/// What an environment lets one plan do at most.
@Suite struct GuardrailTests {
  /// Twenty links of which the first so many differ from what is there, and two that are new.
  private static func plan(
    changed: Int = 0,
    dropped: Int = 0,
    recreated: Int = 0,
    only: [String] = [],
    accepted: Set<PlanOptions.Override> = [],
    _ limits: [Guardrail.Kind: Int]
  ) throws -> Plan {
    let names = (10..<30).map { "l\($0)" }
    let links = names.enumerated().map { index, name -> (String, Written) in
      switch index {
      case ..<changed: (name, ["type": "S3", "description": "new", "credentials": [:]])
      case ..<(changed + dropped): (name, ["state": "absent"])
      case ..<(changed + dropped + recreated): (name, ["type": "GCS", "credentials": [:]])
      default: (name, ["type": "S3", "credentials": [:]])
      }
    }
    let new: [(String, Written)] = ["n1", "n2"].map { ($0, ["type": "S3", "credentials": [:]]) }
    return try PlanSamples.plan(
      ["database": "d", "links": .map(links + new)],
      PlanSamples.catalog(names.map { PlanSamples.link($0) }),
      only: only,
      allowDrop: names.map { "d.\($0)" },
      allowRecreate: names.map { "d.\($0)" },
      accepted: accepted,
      limits: limits
    )
  }

  static let measures: [(changed: Int, dropped: Int, recreated: Int, percent: Int, drops: Int)] = [
    (0, 0, 0, 0, 0), (1, 0, 0, 5, 0), (6, 0, 0, 30, 0), (0, 3, 0, 15, 3), (0, 0, 2, 10, 2),
    (4, 2, 1, 35, 3), (20, 0, 0, 100, 0),
  ]

  @Test(arguments: measures.indices)
  func `Counts what changes of what is there, and what is dropped`(index: Int) throws {
    let sample = Self.measures[index]
    let plan = try Self.plan(
      changed: sample.changed,
      dropped: sample.dropped,
      recreated: sample.recreated,
      [.maxChangePercent: 30, .maxDrops: 2, .minLinks: 20]
    )
    #expect(plan.guardrails.map(\.kind) == [.maxChangePercent, .minLinks, .maxDrops])
    #expect(plan.guardrails.map(\.actual) == [sample.percent, 22 - sample.dropped, sample.drops])
    #expect(plan.guardrails[0].base == 20)
    #expect(
      plan.guardrails.map(\.verdict) == [
        sample.percent > 30 ? .hit : .pass, 22 - sample.dropped < 20 ? .hit : .pass,
        sample.drops > 2 ? .hit : .pass,
      ]
    )
  }

  @Test func `A share is rounded up`() throws {
    let names = ["a", "b", "c"]
    let plan = try PlanSamples.plan(
      [
        "database": "d",
        "links": .map(
          names.map {
            ($0, ["type": "S3", "description": .plain($0 == "a" ? "x" : ""), "credentials": [:]])
          }
        ),
      ],
      PlanSamples.catalog(names.map { PlanSamples.link($0) }),
      limits: [.maxChangePercent: 33]
    )
    #expect(plan.guardrails.map(\.actual) == [34])
    #expect(plan.guardrails.map(\.verdict) == [.hit])
  }

  @Test func `A selection is measured against the whole environment`() throws {
    let plan = try Self.plan(changed: 10, only: ["d.l10"], [.maxChangePercent: 5, .minLinks: 22])
    #expect(plan.guardrails.map(\.actual) == [5, 22])
    #expect(plan.guardrails.allSatisfy { $0.verdict == .pass })
  }

  @Test func `An empty catalog is changed by nothing`() throws {
    let plan = try PlanSamples.plan(
      ["database": "d", "links": ["a": ["type": "S3", "credentials": [:]]]],
      PlanSamples.catalog([]),
      limits: [.maxChangePercent: 0, .maxDrops: 0]
    )
    #expect(plan.guardrails.allSatisfy { $0.actual == 0 && $0.verdict == .pass })
  }

  @Test(arguments: Guardrail.Kind.allCases)
  func `Each is accepted by its own name alone`(kind: Guardrail.Kind) throws {
    let limits: [Guardrail.Kind: Int] = [.maxChangePercent: 0, .minLinks: 99, .maxDrops: 0]
    let plan = try Self.plan(changed: 1, dropped: 1, accepted: [kind.override], limits)
    #expect(kind.override.rawValue == kind.rawValue)
    for guardrail in plan.guardrails {
      #expect(guardrail.verdict == (guardrail.kind == kind ? .accepted : .hit))
    }
    #expect(plan.document.isRefused)
    let refused = try Self.plan(changed: 1, dropped: 1, limits).document
    #expect(plan.document.planDigest != refused.planDigest)
  }

  @Test func `The document reads back what it says of them`() throws {
    let document = try Self.plan(dropped: 1, [.maxChangePercent: 30, .maxDrops: 0]).document
    let json = document.json
    #expect(
      json["guardrails"]?.canonical
        == #"[{"actual":5,"limit":30,"name":"max_change_percent","of":20,"verdict":"pass"},"#
        + #"{"actual":1,"limit":0,"name":"max_drops","verdict":"hit"}]"#
    )
  }
}
