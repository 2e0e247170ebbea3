/// Something that can be explained: a name as it stands in linkctl's output.
package struct Topic: Sendable {
  package enum Group: String, CaseIterable, Sendable {
    case finding
    case actionReason = "action-reason"
    case blockReason = "block-reason"
    case guardrail
    case unverifiable
    case notOurs = "not-ours"
    case driftStatus = "drift-status"
    case exitCode = "exit-code"
  }

  package let group: Group
  package let name: String
  /// Another name for it, such as an exit code's number.
  package let alias: String?
  /// What follows from it and who may change that, in one sentence.
  package let standing: String
  package let explanation: Explanation

  package init(
    _ group: Group,
    _ name: String,
    alias: String? = nil,
    standing: String,
    _ explanation: Explanation
  ) {
    self.group = group
    self.name = name
    self.alias = alias
    self.standing = standing
    self.explanation = explanation
  }
}

extension Topic.Group {
  /// What stands above a list of them.
  package var heading: String {
    switch self {
    case .finding: "Findings"
    case .actionReason: "Action reasons"
    case .blockReason: "Reasons why a change is blocked"
    case .guardrail: "Guardrails"
    case .unverifiable: "Reasons why a link is unverifiable"
    case .notOurs: "Reasons why a link is not ours"
    case .driftStatus: "Statuses of drift"
    case .exitCode: "Exit codes"
    }
  }
}

extension Topic {
  /// What the core can explain: everything but exit codes, which are the program's.
  package static let ofTheCore: [Topic] =
    Rule.allCases.map { Topic(.finding, $0.rawValue, standing: $0.standing, $0.explanation) }
    + LinkChange.Reason.allCases.map { reason in
      let standing = "Stands as action_reason in a plan's JSON."
      return Topic(.actionReason, reason.rawValue, standing: standing, reason.explanation)
    }
    + BlockReason.allCases.map { reason in
      let standing = "The link is left alone; apply refuses (exit 3) until it is sorted out."
      return Topic(
        .blockReason,
        reason.rawValue,
        alias: reason == .inUse ? PlanOptions.Override.recreateInUse.rawValue : nil,
        standing: standing,
        reason.explanation
      )
    }
    + Guardrail.Kind.allCases.map { kind in
      let standing = "Where it is hit apply refuses (exit 3), unless --accept names it."
      return Topic(.guardrail, kind.rawValue, standing: standing, kind.explanation)
    }
    + LinkChange.Unverifiable.allCases.map { reason in
      let standing = "The link is left alone, and counted as unverifiable."
      return Topic(.unverifiable, reason.rawValue, standing: standing, reason.explanation)
    }
    + Foreign.allCases.map { reason in
      let standing = "The link is left alone, and counted as not ours; it blocks nothing."
      return Topic(.notOurs, reason.rawValue, standing: standing, reason.explanation)
    }
    + DriftStatus.allCases.map { status in
      let standing =
        status.isAlarming
        ? "Drift ends with 2 where it was asked to (--detailed-exitcode)."
        : "Drift ends with 0 all the same, unless --fail-on names it."
      return Topic(.driftStatus, status.rawValue, standing: standing, status.explanation)
    }
}

extension Topic {
  /// Both names: `3 refused`, `in-use, recreate-in-use`.
  package var fullName: String {
    guard let alias else { return name }
    return group == .exitCode ? "\(alias) \(name)" : "\(name), \(alias)"
  }
}

extension [Topic] {
  /// Those of a name, in any case, also with `_` for `-` or in the brackets of a finding; two where
  /// two groups know the name.
  package func named(_ name: String) -> [Topic] {
    let wanted = name.asTopicName
    return filter { topic in
      topic.name.asTopicName.isIdentical(to: wanted) || topic.alias?.isIdentical(to: wanted) == true
    }
  }

  /// Every name, for a suggestion.
  package var names: [String] { flatMap { [$0.name] + ($0.alias.map { [$0] } ?? []) } }
}

extension String {
  fileprivate var asTopicName: String {
    let letters = asciiLowercased.unicodeScalars.filter { $0 != "[" && $0 != "]" }
    return String(String.UnicodeScalarView(letters.map { $0 == "_" ? "-" : $0 }))
  }
}

extension Rule {
  /// How grave a finding is, and who may change that.
  fileprivate var standing: String {
    if kind == .form { return "An error of form: exit 65, and nothing switches it off." }
    let gravity =
      severity == .error
      ? "An error: apply and plan refuse (exit 3)." : "A warning: nothing is refused."
    let waiver = isWaivable ? ", and 'allow' in a link waives one finding" : ""
    return "\(gravity) 'rules' in linkctl.yaml changes that\(waiver)."
  }
}
