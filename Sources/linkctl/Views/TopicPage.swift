internal import LinkCore

/// Explanations as a page of Markdown.
struct TopicPage {
  let topics: [Topic]

  var text: String {
    let groups = Topic.Group.allCases.map { group in topics.filter { $0.group == group } }
    return Self.head + groups.filter { !$0.isEmpty }.map(section).joined()
  }

  private static let head = """
    # What linkctl says, explained

    Findings, reasons and exit codes, as `linkctl explain` has them. This page is written by
    `scripts/docs` from the same texts.

    """

  private func section(_ topics: [Topic]) -> String {
    let heading = topics.first.map(\.group.heading) ?? ""
    return "\n## \(heading)\n" + topics.map(entry).joined()
  }

  private func entry(_ topic: Topic) -> String {
    let explanation = topic.explanation
    let name = topic.fullName
    return """

      ### `\(name)`: \(explanation.title)

      *\(topic.standing)*

      \(explanation.what)

      **Why.** \(explanation.why)

      **What to do.** \(explanation.advice)

      Before:

      ```text
      \(explanation.before)
      ```

      After:

      ```text
      \(explanation.after)
      ```

      """
  }
}
