internal import ArgumentParser

/// What stdout of a plan is.
enum PlanFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case json
  case markdown
  case html
  case sql
}

/// What stdout of a report is.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case json
}
