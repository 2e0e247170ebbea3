import LinkCore

/// A plan for a person's eyes.
struct PlanView {
  let document: PlanDocument
  let style: Style
  /// Which of the variables that the plan needs are set here.
  let isSet: (String) -> Bool

  var text: String {
    let shown = document.changes.filter(\.isShown)
    let width = Width(shown)
    let lines =
      [header] + shown.flatMap { ChangeView(change: $0, width: width, style: style).lines }
    return (lines + [summaryLine] + asides).map { $0 + "\n" }.joined()
  }

  private var header: String {
    let inputs = document.inputs
    let facts = [
      "env=\(document.environment.shown)", "target=\(inputs.target.shown)",
      "server=\(inputs.serverVersion.shown)", "plan=\(document.planDigest.shortDigest)",
    ]
    return (["linkctl plan"] + facts).joined(separator: "  ")
  }

  /// Part of the interface: scripts read it.
  private var summaryLine: String {
    let summary = document.summary
    return "Plan: \(summary.create) to create, \(summary.update) to update,"
      + " \(summary.adopt) to adopt, \(summary.recreate) to recreate, \(summary.drop) to drop,"
      + " \(summary.blocked) blocked; \(summary.unchanged) unchanged"
      + " (\(summary.unverifiable) unverifiable), \(summary.notOurs) not ours,"
      + " \(summary.unmanaged) unmanaged, \(summary.orphaned) orphaned."
  }

  private var asides: [String] {
    var lines: [String] = []
    if document.leftOut > 0 {
      lines.append("Left out by --only and --exclude: \(document.leftOut) declared.")
    }
    if !document.unmanaged.isEmpty {
      let names = document.unmanaged.map(\.shown).joined(separator: ", ")
      lines.append("Unmanaged (in no manifest, never touched): \(names)")
    }
    return lines + (needs.map { [$0] } ?? [])
  }

  private var needs: String? {
    let names = document.needs
    guard !names.isEmpty else { return nil }
    let missing = names.filter(isMissing).map(\.shownName)
    let note = missing.isEmpty ? "" : " (not set here: \(missing.joined(separator: ", ")))"
    return "Needs at apply: \(names.map(\.shownName).joined(separator: ", "))\(note)"
  }
}

extension PlanView {
  private func isMissing(_ source: Reference.Source) -> Bool {
    if case .environment(let name) = source { !isSet(name) } else { false }
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

extension PlanDocument.Change {
  /// Whether a person has something to look at.
  fileprivate var isShown: Bool { action != .none || block != nil || isHeld }
}

/// The columns of the lines that begin a change.
struct Width {
  let address: Int
  let type: Int

  init(_ changes: [PlanDocument.Change]) {
    address = changes.map(\.address.description.shown.count).max() ?? 0
    type = changes.filter { $0.block == nil }.map(\.linkType.shown.count).max() ?? 0
  }
}
