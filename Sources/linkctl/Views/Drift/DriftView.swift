internal import LinkCore

/// Drift for a person's eyes.
struct DriftView {
  let drift: Drift
  let layout: PlanLayout

  private var report: DriftReport { drift.detected }

  var text: String {
    let shown = layout.isVerbose ? report.links : report.links.filter(\.isShown)
    let status = shown.map(\.status.words.count).max() ?? 0
    let address = shown.map(\.address.description.shown.columns).max() ?? 0
    let lines = shown.flatMap { self.lines(of: $0, status, min(address, 48)) }
    return (header + lines + [report.summaryLine] + asides).map { $0 + "\n" }.joined()
  }

  private var header: [String] {
    let baseline =
      report.baseline.map { baseline in
        baseline.name.shown + (baseline.takenAt.map { " (\($0.shown))" } ?? "")
      } ?? "none"
    let facts = [
      "env=\(report.environment.shown)", "target=\(report.target.shown)",
      "server=\(report.serverVersion.shown)", "baseline=\(baseline)",
    ]
    return layout.header("linkctl drift", facts)
  }

  private func lines(of link: LinkDrift, _ status: Int, _ address: Int) -> [String] {
    let place = link.source.map { "   \($0.shownLine)" } ?? ""
    let name = link.address.description.shown.padded(to: address + 3)
    let word = colored(link, link.status.words.padded(to: status + 3))
    let head = "  \(word)\(name)\(link.linkType.shown)\(place)"
    let folding = layout.folding(besides: 24)
    let fields = link.fields.map { field in
      "\(field.path.description.shown)   \(field.words(folding))   \(field.source.shownLine)"
    }
    let ways = drift.ways.ways(for: link).map { "\($0.name): \($0.text)" }
    let below = (fields + link.standing + ways).flatMap {
      layout.lines(of: $0, indent: PlanLayout.indent)
    }
    return [head] + below
  }

  private func colored(_ link: LinkDrift, _ text: String) -> String {
    if link.waiver != nil { return layout.style.dim(text) }
    return link.status.isAlarming
      ? layout.style.red(text)
      : link.status == .inSync ? layout.style.green(text) : layout.style.yellow(text)
  }

  private var asides: [String] {
    let uncompared = report.uncompared
    let reasons = uncompared.isEmpty ? [] : ["Not compared: \(uncompared.joined(separator: "; "))."]
    let unmanaged = report.names(of: .unmanaged)
    let listed =
      unmanaged.isEmpty || layout.isVerbose
      ? [] : ["Unmanaged (in no manifest, never touched): \(unmanaged.capped(at: 10))"]
    let hint =
      report.baseline == nil && report.count(of: .differs) > 0
      ? [
        "Without a baseline nobody can tell who moved: --baseline FILE, or 'snapshot' in linkctl.yaml."
      ]
      : []
    let leftOut =
      report.leftOut == 0
      ? [] : ["Left out by --only and --exclude: \(report.leftOut.grouped) declared."]
    return (reasons + leftOut + listed + hint).flatMap { layout.lines(of: $0, indent: 0) }
  }
}
