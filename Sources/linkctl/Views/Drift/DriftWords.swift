internal import LinkCore

/// What the views of drift say in words.
extension DriftStatus {
  var words: String {
    switch self {
    case .inSync: "in sync"
    case .changedOutside: "changed outside"
    case .pending: "pending"
    case .both: "both changed"
    case .differs: "differs"
    case .tagLost: "tag lost"
    case .missing: "missing"
    case .notOurs: "not ours"
    case .orphaned: "orphaned"
    case .unmanaged: "unmanaged"
    case .unverifiable: "unverifiable"
    }
  }
}

extension LinkDrift {
  /// Whether a person has something to look at.
  var isShown: Bool {
    switch status {
    case .inSync, .unmanaged, .unverifiable: false
    default: true
    }
  }

  /// Whether it is wanted since the last review, and not there yet.
  private var isToBeCreated: Bool {
    status == .pending && fields.isEmpty && !isAbsenceWanted && !hasOtherSecrets
  }

  /// What is so of the link beside its fields.
  var standing: [String] {
    let words = [
      hasOtherSecrets ? "credentials: the secrets at hand are others than were sent" : nil,
      isAbsenceWanted ? "is to be absent, and is there" : nil,
      status == .missing ? "is declared, and not there" : nil,
      isToBeCreated ? "is to be made" : nil,
      foreign.map { "its tag: \($0.words(owner: owner))" },
      waiver.map { "waived\($0.until.map { " until \($0)" } ?? ""): \($0.reason.shown)" },
    ]
    return words.compactMap(\.self)
  }
}

extension DriftField {
  /// `"a" when reviewed, "b" in the catalog, "a" in the manifest`.
  func words(_ folding: FoldedValue) -> String {
    let sides = [
      before.map { "\($0.words(folding)) when reviewed" }, "\(after.words(folding)) in the catalog",
      "\(wanted.words(folding)) in the manifest",
    ]
    return sides.compactMap(\.self).joined(separator: ", ")
  }
}

extension DriftField.Side {
  fileprivate func words(_ folding: FoldedValue) -> String {
    switch self {
    case .value(let value): folding.text(of: value)
    case .unset: "(not set)"
    case .unreadable: "(cannot be read)"
    }
  }
}

extension DriftReport {
  /// One line, the same in every view.
  var summaryLine: String {
    let counts = DriftStatus.allCases.map { "\(count(of: $0)) \($0.words)" }
    return "Drift: \(counts.joined(separator: ", ")); \(waived) waived."
  }

  /// Why links could not be compared, with how many each is true of.
  var uncompared: [String] {
    LinkChange.Unverifiable.allCases.compactMap { reason in
      let count = links.count { $0.status == .unverifiable && $0.unverifiable.contains(reason) }
      guard count > 0 else { return nil }
      return "\(count.grouped) \(count == 1 ? "link" : "links"): \(reason.words)"
    }
  }

  func names(of status: DriftStatus) -> [String] {
    links.filter { $0.status == status }.map(\.address.description.shown)
  }
}
