internal import ArgumentParser

/// What stdout of a plan is.
enum PlanFormat: String, NamedChoice {
  case text
  case json
  case markdown
  case html
  case sql
}

/// What stdout of a report is.
enum ReportFormat: String, NamedChoice {
  case text
  case json
}
