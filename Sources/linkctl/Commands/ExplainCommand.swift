internal import ArgumentParser
internal import LinkCore

struct ExplainCommand: LinkctlCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    _superCommandName: Linkctl.name,
    abstract: "Explain a finding, a reason or an exit code.",
    discussion: """
      A finding's name stands in brackets behind its message.

      EXAMPLES:
        linkctl explain                  every name there is
        linkctl explain literal-secret
        linkctl explain 65
        linkctl explain type-change --format json
      """
  )

  @Argument(help: .init("The name, or an exit code's number.", valueName: "name"))
  var name: String?
  @Option(help: .init("What stdout is.", valueName: "text|json|markdown"))
  var format: ExplainFormat = .text
  @OptionGroup var global: GlobalOptions

  var documentKind: String? { format == .json ? [Topic].documentKind : nil }

  func execute(_ session: Session) throws -> ExitCode {
    try session.result(text(of: try topics(), session))
    return .done
  }

  private func topics() throws -> [Topic] {
    let all = Topic.everything
    guard let name else { return all }
    let found = all.named(name)
    guard found.isEmpty else { return found }
    let advice = Suggestion.didYouMean(name, among: all.names)
    throw Failure(
      .usage,
      "nothing is called '\(name.shown)'\(advice ?? "; 'linkctl explain' lists every name")"
    )
  }

  private func text(of topics: [Topic], _ session: Session) -> String {
    let style = session.style(of: .result)
    switch format {
    case .text where name == nil: return TopicListView(topics: topics, style: style).text
    case .text:
      return topics.map { TopicView(topic: $0, style: style).text }.joined(separator: "\n")
    case .json: return topics.json.document
    case .markdown: return TopicPage(topics: topics).text
    }
  }
}

/// What stdout of an explanation is.
enum ExplainFormat: String, NamedChoice {
  case text
  case json
  case markdown
}
