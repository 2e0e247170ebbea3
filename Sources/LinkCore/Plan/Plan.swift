/// What will be done to the links of one environment, as data.
package struct Plan: Sendable {
  package struct Inputs: Sendable {
    package let manifestsDigest: String
    /// What each file of the project says.
    package let files: [FileDigest]
    package let catalogDigest: String
    /// `nil` where the catalog was read for this very plan.
    package let catalogTakenAt: String?
    package let serverVersion: String
    /// What the server can do, by name, in byte order.
    package let serverCapabilities: [String]
    package let target: String
    /// Whether the command line named the target, instead of the environment.
    package let isTargetGiven: Bool

    package init(
      manifestsDigest: String,
      files: [FileDigest],
      catalogDigest: String,
      catalogTakenAt: String?,
      serverVersion: String,
      serverCapabilities: [String],
      target: String,
      isTargetGiven: Bool = false
    ) {
      self.manifestsDigest = manifestsDigest
      self.files = files
      self.catalogDigest = catalogDigest
      self.catalogTakenAt = catalogTakenAt
      self.serverVersion = serverVersion
      self.serverCapabilities = serverCapabilities
      self.target = target
      self.isTargetGiven = isTargetGiven
    }
  }

  package let environment: String
  package let owner: String
  /// Whether links carry tags; where not, every declared link counts as ours.
  package let isTagging: Bool
  package let inputs: Inputs
  package let options: PlanOptions
  /// In the order of execution, then the rest by address.
  package let changes: [LinkChange]
  /// Links that no manifest declares and that are not ours, by address.
  package let unmanaged: [LinkAddress]
  /// Links with our tag that no manifest declares any more, by address.
  package let orphaned: [LinkAddress]
  /// How many declared links `--only` and `--exclude` left out.
  package let leftOut: Int
  /// The bounds that the environment sets, in the order of their kinds.
  package let guardrails: [Guardrail]
  package let diagnostics: [Diagnostic]
}

extension Plan {
  /// What stands in the summary line.
  package struct Summary: Hashable, Sendable {
    package var create = 0
    package var update = 0
    package var adopt = 0
    package var recreate = 0
    package var drop = 0
    package var blocked = 0
    package var notOurs = 0
    package var unchanged = 0
    package var unverifiable = 0
    package var unmanaged = 0
    package var orphaned = 0
  }

  package var summary: Summary {
    var summary = Summary(unmanaged: unmanaged.count, orphaned: orphaned.count)
    for change in changes { summary.count(change) }
    return summary
  }

  package var blocked: [LinkChange] {
    changes.filter { $0.block != nil }
  }

  /// The changes that have something to send.
  package var actions: [LinkChange] {
    changes.filter { $0.action != .none }
  }

  /// Every statement with its change, in the order of execution.
  package var statements: [Statement] {
    actions.flatMap(\.statements)
  }
}

extension Plan.Summary {
  fileprivate mutating func count(_ change: LinkChange) {
    if change.isUnverifiable { unverifiable += 1 }
    if change.block != nil {
      blocked += 1
      return
    }
    if change.reason == .notOurs {
      notOurs += 1
      return
    }
    switch change.action {
    case .create: create += 1
    case .update: update += 1
    case .adopt: adopt += 1
    case .recreate: recreate += 1
    case .drop: drop += 1
    case .none: unchanged += 1
    }
  }
}
