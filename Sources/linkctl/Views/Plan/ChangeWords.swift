internal import LinkCore

/// What the views of a plan say of a change in words.
extension PlanDocument.Change {
  /// Three columns wide.
  var symbol: String {
    if block != nil { return "  !" }
    return switch action {
    case .create: "  +"
    case .update: "  ~"
    case .adopt: "  >"
    case .recreate: "-/+"
    case .drop: "  -"
    case .none: isNotOurs ? "  ?" : isHeld ? "  =" : "   "
    }
  }

  /// What is done to the link.
  var verb: String {
    switch action {
    case .create: "create"
    case .update: "update"
    case .adopt: "adopt"
    case .recreate: "drop and create again"
    case .drop: "drop"
    case .none: "unchanged"
    }
  }

  /// Whether a person has something to look at.
  var isShown: Bool { action != .none || block != nil || isHeld || isNotOurs }

  /// What the credentials that are sent are.
  var credentialWord: String {
    switch LinkChange.Credentials(rawValue: credentials) {
    case .rotated: "rotated"
    case .new: "new"
    case .asSent: "as sent"
    case .unverifiable, .unmanaged, nil: "sent again"
    }
  }

  /// `used by 3 pipelines (2 running)`; `nil` where none uses the link, or where that is what is
  /// said of it already.
  var use: String? {
    guard !pipelines.isEmpty, block?.reason != BlockReason.inUse.rawValue else { return nil }
    let noun = pipelines.count == 1 ? "pipeline" : "pipelines"
    let running = pipelines.count(where: \.isRunning)
    return "used by \(pipelines.count.grouped) \(noun) (\(running.grouped) running)"
  }
}

extension PlanDocument.Pipeline {
  /// `prod.orders (Running)`.
  var shown: String { "\(shownName) (\(state.shown))" }
}

extension SourceLocation {
  /// `links.d/s3.yaml:4`.
  var shownLine: String { "\(file.shown):\(line)" }
}

extension PlanDocument {
  /// What is not checked where links carry no tags.
  static let taglessWords =
    "Tags are off ('tag: false'): whose a link is, and whether its credentials changed, is not"
    + " checked."

  /// The variables and files that several links with rotated credentials share, a sentence each.
  var rotatedTogether: [String] {
    var links: [Reference.Source: [String]] = [:]
    let rotated = LinkChange.Credentials.rotated.rawValue
    for change in actions where change.credentials == rotated {
      for source in Set(change.statements.flatMap(\.secrets)) {
        links[source, default: []].append(change.address.description.shown)
      }
    }
    return links.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { source, links in
      "Rotated together: \(source.shownName), in \(links.capped(at: 5))."
    }
  }

  /// Why links count as unverifiable, with how many each is true of, the most first.
  var unverifiableReasons: [(words: String, count: Int)] {
    var counts: [String: Int] = [:]
    for change in changes {
      for reason in change.unverifiable { counts[reason, default: 0] += 1 }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { reason, count in
      (LinkChange.Unverifiable(rawValue: reason)?.words ?? reason.shown, count)
    }
  }
}

extension PlanDocument.Change {
  /// Why a link that is there is not ours, in words.
  var foreignWords: String? {
    guard isNotOurs, let foreign else { return nil }
    return Foreign(rawValue: foreign.reason)?.words(owner: foreign.owner) ?? foreign.reason.shown
  }

  /// What stands out about where credentials go; `nil` where they stay.
  var retargetWords: String? {
    guard !retargets.isEmpty else { return nil }
    return "credentials that the link has would go to another destination:"
      + " \(retargets.map(\.shown).joined(separator: ", "))"
  }
}

extension Foreign {
  func words(owner: String?) -> String {
    switch self {
    case .untagged: "it has no tag"
    case .altered: "what stands in its tag's place is no tag"
    case .copied: "its tag stands on another link, too"
    case .newer: "a later version of linkctl made its tag"
    case .otherOwner: "its tag is \(owner?.shown ?? "another owner")'s"
    }
  }
}

extension LinkChange.Unverifiable {
  /// To stand behind how many links it is true of.
  var words: String {
    switch self {
    case .credentials: "credentials, which no server shows"
    case .noKey: "credentials, for there is no fingerprint key (LINKCTL_FINGERPRINT_KEY)"
    case .otherKey: "credentials, for their tag was made with another fingerprint key"
    case .noFingerprint: "credentials, for their tag was made without a fingerprint key"
    case .secretMissing: "credentials, for a secret is not set here"
    case .offline: "credentials, for --offline reads no secret"
    case .config: "CONFIG, which this server does not show"
    case .redacted: "CONFIG, for a secret in it was left out"
    }
  }
}
