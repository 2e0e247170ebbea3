/// What a report is written for.
enum ReportKind: String, CaseIterable {
  case json
  /// A comment in Markdown.
  case md
  case html
  case sql
  /// Code scanning, as GitHub and others have it.
  case sarif
  /// Results of tests, which nearly every CI shows.
  case junit
  /// GitLab's Code Quality.
  case gitlab
  /// Annotations in the log of a GitHub workflow.
  case github
}
