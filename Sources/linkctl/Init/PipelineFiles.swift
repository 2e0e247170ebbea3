/// Whose pipelines a new project is to have.
///
/// All keep the same rules: forks get no secrets, only the protected branch is planned on the server
/// and applied, and what is applied is the plan that somebody has seen.
enum PipelineKind: String, CaseIterable {
  case github
  case gitlab
  case none
}

extension PipelineKind {
  var file: StarterFile? {
    switch self {
    case .github: .githubWorkflow
    case .gitlab: .gitlabPipeline
    case .none: nil
    }
  }
}
