import LinkCore

/// A plan for a person's eyes.
struct PlanView {
  let document: PlanDocument
  let layout: PlanLayout
  /// Which of the variables that the plan needs are set here.
  let isSet: (String) -> Bool

  /// Names that are listed of many.
  private static let mostNames = 10

  var text: String {
    let shown = layout.isVerbose ? document.changes : document.changes.filter(\.isShown)
    let columns = layout.columns(of: shown)
    let lines = shown.flatMap { change in
      ChangeView(
        change: change,
        adoption: change.isNotOurs ? document.adoption(of: change) : nil,
        columns: columns,
        layout: layout
      ).lines
    }
    return (header + lines + [summaryLine] + asides).map { $0 + "\n" }.joined()
  }

  private var header: [String] {
    let inputs = document.inputs
    let facts = [
      "env=\(document.environment.shown)", "target=\(inputs.target.shown)",
      "server=\(inputs.serverVersion.shown)", "plan=\(document.planDigest.shortDigest)",
    ]
    return layout.header("linkctl plan", facts)
  }

  /// Part of the interface: scripts read it.
  private var summaryLine: String { document.summary.line }

  private var asides: [String] {
    let sentences =
      (guardrails + [unverifiable, tagless, leftOut, accepted] + document.rotatedTogether)
      .compactMap(\.self).flatMap { layout.lines(of: $0, indent: 0) }
    let orphaned = listed(
      document.orphaned,
      "Orphaned (ours, and not declared for this environment):"
    )
    let unmanaged = listed(document.unmanaged, "Unmanaged (in no manifest, never touched):")
    return sentences + orphaned + unmanaged + (needs.map { layout.lines(of: $0, indent: 0) } ?? [])
  }

  private var unverifiable: String? {
    let reasons = document.unverifiableReasons.map { reason in
      "\(reason.count.grouped) \(reason.count == 1 ? "link" : "links"): \(reason.words)"
    }
    return reasons.isEmpty ? nil : "Not compared: \(reasons.joined(separator: "; "))."
  }

  private var leftOut: String? {
    guard document.leftOut > 0 else { return nil }
    return "Left out by --only and --exclude: \(document.leftOut.grouped) declared."
  }

  private var guardrails: [String] {
    document.guardrails.filter { layout.isVerbose || !$0.isPassed }.map { "\($0.sentence)." }
  }

  private var accepted: String? {
    guard !document.options.accepted.isEmpty else { return nil }
    return "Accepted: \(document.options.accepted.map(\.shown).joined(separator: ", "))."
  }

  private var tagless: String? { document.isTagging ? nil : PlanDocument.taglessWords }

  private func listed(_ names: [String], _ what: String) -> [String] {
    guard !names.isEmpty else { return [] }
    let names = names.map(\.shown)
    if layout.isVerbose { return [what] + names.map { "  " + $0 } }
    return layout.lines(of: "\(what) \(names.capped(at: Self.mostNames))", indent: 0)
  }

  private var needs: String? {
    let names = document.needs
    guard !names.isEmpty else { return nil }
    let missing = names.filter(isMissing).map(\.shownName)
    let note = missing.isEmpty ? "" : " (not set here: \(missing.joined(separator: ", ")))"
    return "Needs at apply: \(names.map(\.shownName).joined(separator: ", "))\(note)"
  }

  private func isMissing(_ source: Reference.Source) -> Bool {
    if case .environment(let name) = source { !isSet(name) } else { false }
  }
}

extension Plan.Summary {
  /// One line, the same in every view.
  var line: String {
    "Plan: \(create) to create, \(update) to update, \(adopt) to adopt, \(recreate) to recreate,"
      + " \(drop) to drop, \(blocked) blocked; \(unchanged) unchanged"
      + " (\(unverifiable) unverifiable), \(notOurs) not ours, \(unmanaged) unmanaged,"
      + " \(orphaned) orphaned."
  }
}

extension Reference.Source {
  /// A variable by its bare name, a file with what it is.
  var shownName: String {
    switch self {
    case .environment(let name): name.shown
    case .file(let path): "file:\(path.shown)"
    }
  }
}

extension String {
  /// The first eight digits of a digest.
  var shortDigest: String {
    String(drop { $0 != ":" }.dropFirst().prefix(8))
  }
}
