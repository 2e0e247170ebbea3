internal import ArgumentParser

/// What stdout of a plan is.
enum PlanFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case json
  case sql
}

/// What stdout of an apply, and of other reports, is.
enum ApplyFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case json
}
