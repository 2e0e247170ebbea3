/// How the catalog of one environment stands, link by link.
package struct DriftReport: Sendable {
  package static let kind = "linkctl.drift"

  /// What a catalog was compared with.
  package struct Baseline: Sendable {
    /// The file, as it was named.
    package let name: String
    /// `nil` where the snapshot does not tell.
    package let takenAt: String?

    package init(name: String, takenAt: String?) {
      self.name = name
      self.takenAt = takenAt
    }
  }

  package let environment: String
  package let owner: String
  package let target: String
  package let serverVersion: String
  /// `nil` where there is none to tell whose change a difference is.
  package let baseline: Baseline?
  /// By address.
  package let links: [LinkDrift]
  /// How many declared links `--only` and `--exclude` left out.
  package let leftOut: Int
  package let findings: [Finding]

  package init(
    environment: String,
    owner: String,
    target: String,
    serverVersion: String,
    baseline: Baseline?,
    links: [LinkDrift],
    leftOut: Int,
    findings: [Finding]
  ) {
    self.environment = environment
    self.owner = owner
    self.target = target
    self.serverVersion = serverVersion
    self.baseline = baseline
    self.links = links
    self.leftOut = leftOut
    self.findings = findings
  }
}

extension DriftReport {
  /// How many links have a status; waived ones are not among them.
  package func count(of status: DriftStatus) -> Int {
    links.count { $0.status == status && $0.waiver == nil }
  }

  package var waived: Int { links.count { $0.waiver != nil } }

  /// Whether somebody has to look: at what always calls, at what was asked for, or at more
  /// unverifiable links than are let pass.
  package func calls(for statuses: Set<DriftStatus>, mostUnverifiable: Int?) -> Bool {
    if let mostUnverifiable, count(of: .unverifiable) > mostUnverifiable { return true }
    return DriftStatus.allCases.contains { status in
      (status.isAlarming || statuses.contains(status)) && count(of: status) > 0
    }
  }
}

// MARK: - JSON

extension DriftReport {
  package var json: JSONValue {
    .object([
      .init("format_version", "1.0"),
      .init("kind", .string(DriftReport.kind)),
      .init("environment", .string(environment)),
      .init("owner", .string(owner)),
      .init("target", .string(target)),
      .init("server_version", .string(serverVersion)),
      .init("baseline", baseline?.json ?? .null),
      .init("summary", summary),
      .init("links", .array(links.map(\.json))),
      .init("left_out", .number(JSONNumber(leftOut))),
      .init("diagnostics", .array(findings.map(\.json))),
    ])
  }

  private var summary: JSONValue {
    let counts = DriftStatus.allCases.map { ($0.rawValue, count(of: $0)) } + [("waived", waived)]
    return .object(counts.map { .init($0.0, .number(JSONNumber($0.1))) })
  }
}

extension DriftReport.Baseline {
  fileprivate var json: JSONValue {
    ["file": .string(name), "taken_at": takenAt.map(JSONValue.string) ?? .null]
  }
}

extension LinkDrift {
  fileprivate var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("address", .string(address.description)),
      .init("link_type", .string(linkType)),
      .init("status", .string(status.rawValue)),
      .init("source", source?.json ?? .null),
      .init("fields", .array(fields.map(\.json))),
    ]
    if isAbsenceWanted { members.append(.init("declared_absent", true)) }
    if let credentials { members.append(.init("credentials", .string(credentials.rawValue))) }
    if !unverifiable.isEmpty {
      let names = unverifiable.map { JSONValue.string($0.rawValue) }
      members.append(.init("unverifiable", .array(names)))
    }
    if let foreign { members.append(.init("not_ours", .string(foreign.rawValue))) }
    if let owner { members.append(.init("tag_owner", .string(owner))) }
    if let waiver { members.append(.init("waived", waiver.json)) }
    return .object(members)
  }
}

extension DriftWaiver {
  fileprivate var json: JSONValue {
    ["reason": .string(reason), "until": until.map { .string("\($0)") } ?? .null]
  }
}

extension DriftField {
  /// As in a plan, null stands for what is not set; what nobody can read or has reviewed is left out.
  fileprivate var json: JSONValue {
    let sides = [("before", before), ("after", after), ("wanted", wanted)]
    let known = sides.compactMap { name, side in
      side?.json.map { JSONValue.Member(name, $0) }
    }
    return .object(
      [.init("path", .string(path.description))] + known + [.init("source", source.json)]
    )
  }
}

extension DriftField.Side {
  fileprivate var json: JSONValue? {
    switch self {
    case .value(let value): value
    case .unset: .null
    case .unreadable: nil
    }
  }
}
