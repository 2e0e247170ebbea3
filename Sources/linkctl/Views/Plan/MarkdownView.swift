internal import LinkCore

/// A plan as a comment on a pull request: the verdict first, then a table of links, then one folded
/// block a link.
///
/// It fits a comment: where there is too much of it, blocks lose their statements, then links lose
/// their blocks, then the table is cut, and each time it says so.
struct MarkdownView {
  let document: PlanDocument
  /// A page has room for everything.
  var markup = Markup.comment

  /// What a comment may hold, with room for what a bot writes around it.
  static let limit = 60_000
  /// Of that, what may go to the table.
  private static let tableLimit = 30_000

  var text: String {
    let table = MarkdownTable(changes: document.changes.filter(\.isShown))
    let (rows, listed) = table.html(within: Self.tableLimit)
    let head = [marker, verdict, facts] + (rows.map { [$0] } ?? [])
    let tail = [findings, orphaned, unmanaged, reproduce].compactMap(\.self)
    var room = Self.limit - (head + tail).map { $0.length + 2 }.reduce(0, +) - 300
    var blocks: [String] = []
    var shortened = 0
    for change in listed {
      let block = block(of: change)
      let fitting = [block.full, block.withoutStatements].first { $0.length + 2 <= room }
      guard let fitting else { break }
      if fitting != block.full { shortened += 1 }
      blocks.append(fitting)
      room -= fitting.length + 2
    }
    let notes = notes(
      shortened: shortened,
      folded: listed.count - blocks.count,
      cut: table.changes.count - listed.count
    )
    return (head + blocks + notes + tail).joined(separator: "\n\n") + "\n"
  }

  /// All of it, whatever its length.
  var parts: [String] {
    let changes = document.changes.filter(\.isShown)
    let table = MarkdownTable(changes: changes).html(within: .max).html
    let tail = [findings, orphaned, unmanaged, reproduce].compactMap(\.self)
    return [verdict, facts] + (table.map { [$0] } ?? []) + changes.map { block(of: $0).full } + tail
  }

  private func block(of change: PlanDocument.Change) -> MarkdownBlock {
    let adoption = change.isNotOurs ? document.adoption(of: change) : nil
    return MarkdownBlock(change: change, adoption: adoption, markup: markup)
  }

  private var marker: String { MarkdownText.marker(document.environment) }

  // MARK: Head

  private var verdict: String {
    let summary = document.summary
    let counts = [
      (summary.create, "to create"), (summary.update, "to update"), (summary.adopt, "to adopt"),
      (summary.recreate, "to recreate"), (summary.drop, "to drop"), (summary.blocked, "blocked"),
    ].filter { $0.0 > 0 }.map { "\($0.0.grouped) \($0.1)" }
    let verdict =
      summary.blocked > 0
      ? "Blocked, apply will refuse"
      : !document.hits.isEmpty
        ? "Guardrail hit, apply will refuse" : counts.isEmpty ? "No changes" : "Changes"
    let words = ([verdict] + (counts.isEmpty ? [] : [counts.joined(separator: ", ")]))
    return "<p><b>linkctl plan \(MarkdownText.code(document.environment)): "
      + "\(words.joined(separator: ": "))</b> · digest \(MarkdownText.code(document.planDigest))</p>"
  }

  private var facts: String {
    let inputs = document.inputs
    let facts = [
      "target \(MarkdownText.code(inputs.target))",
      "server \(MarkdownText.code(inputs.serverVersion))",
    ]
    let time = inputs.catalogTakenAt.map { ["catalog of \(MarkdownText.code($0))"] } ?? []
    return "<p>\((facts + time).joined(separator: " · "))<br>\(document.summary.line)\(reasons)</p>"
  }

  private var reasons: String {
    let uncompared = document.unverifiableReasons.map { reason in
      "<br>Not compared for \(reason.count.grouped): \(MarkdownText.code(reason.words))"
    }
    let guardrails = document.guardrails.map { "<br>\(MarkdownText.code($0.sentence))" }
    let rest = (document.isTagging ? [] : [PlanDocument.taglessWords]) + document.rotatedTogether
    return (guardrails + uncompared + rest.map { "<br>\(MarkdownText.code($0))" }).joined()
  }

  // MARK: Tail

  private func notes(shortened: Int, folded: Int, cut: Int) -> [String] {
    let said = [
      (shortened, "shown without statements"),
      (folded + cut, "left out below the table"), (cut, "left out of the table too"),
    ].filter { $0.0 > 0 }.map { "\($0.0.grouped) \($0.0 == 1 ? "link" : "links") \($0.1)" }
    guard !said.isEmpty else { return [] }
    return [
      "<p><b>Too long for a comment: \(said.joined(separator: ", ")).</b>"
        + " <code>linkctl plan</code> shows all of it.</p>"
    ]
  }

  private var findings: String? {
    let most = markup == .page ? Int.max : 30
    let findings = document.findings
    guard !findings.isEmpty else { return nil }
    let items = findings.prefix(most).map { finding in
      let place = finding.source.map { MarkdownText.code("\($0)") + " " } ?? ""
      let message = MarkdownText.code(finding.message.cut(to: 300))
      return "<li>\(finding.severity.rawValue): \(place)\(message)"
        + " [\(MarkdownText.code(finding.rule))]</li>"
    }
    let more = findings.count > most ? "<li>and \((findings.count - most).grouped) more</li>" : ""
    return "<details><summary>\(findings.count.grouped)"
      + " \(findings.count == 1 ? "finding" : "findings")</summary><ul>\n"
      + items.joined(separator: "\n") + more + "\n</ul></details>"
  }

  private var unmanaged: String? {
    listed(document.unmanaged, "Unmanaged (in no manifest, never touched)")
  }

  private var orphaned: String? {
    listed(document.orphaned, "Orphaned (ours, and not declared for this environment)")
  }

  private func listed(_ names: [String], _ what: String) -> String? {
    guard !names.isEmpty else { return nil }
    return "<p>\(what): \(names.map(MarkdownText.code).capped(at: markup == .page ? .max : 20))</p>"
  }

  private var reproduce: String {
    let command = markup.block([document.command.shown.cut(to: 4_000)], as: "sh")
    return "\(markup == .page ? "<p>To reproduce:</p>" : "To reproduce:")\n\n\(command)"
  }
}

extension String {
  /// In characters as comments are counted: Unicode scalars.
  var length: Int { unicodeScalars.count }

  /// Its first characters, where there are more than so many.
  func cut(to most: Int) -> String {
    length > most ? String(unicodeScalars.prefix(most)) + "…" : self
  }
}
