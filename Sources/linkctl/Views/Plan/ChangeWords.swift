internal import LinkCore

/// What the views of a plan say of a change in words.
extension PlanDocument.Change {
  /// Three columns wide.
  var symbol: String {
    if block != nil { return "  !" }
    return switch action {
    case .create: "  +"
    case .update: "  ~"
    case .recreate: "-/+"
    case .drop: "  -"
    case .none: isHeld ? "  =" : "   "
    }
  }

  /// Whether a person has something to look at.
  var isShown: Bool { action != .none || block != nil || isHeld }

  /// What the credentials that are sent are.
  var credentialWord: String {
    switch LinkChange.Credentials(rawValue: credentials) {
    case .rotated: "rotated"
    case .new: "new"
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
  var shown: String { "\(FieldPath([database, name]).description.shown) (\(state.shown))" }
}

extension SourceLocation {
  /// `links.d/s3.yaml:4`.
  var shownLine: String { "\(file.shown):\(line)" }
}

extension PlanDocument {
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

extension LinkChange.Unverifiable {
  /// To stand behind how many links it is true of.
  var words: String {
    switch self {
    case .credentials: "credentials, which no server shows"
    case .config: "CONFIG, which this server does not show"
    case .redacted: "CONFIG, for a secret in it was left out"
    }
  }
}
