extension LinkCheck {
  /// A manifest may only refer to what the project file lets it.
  static let referenceNotAllowed = LinkCheck { link, context in
    link.references.compactMap { reference in
      guard let problem = context.problem(of: reference.source) else { return nil }
      return LinkFinding(
        Diagnostic(.referenceNotAllowed, problem, at: reference.location),
        about: link.path(of: reference)
      )
    }
  }

  /// linkctl's own password opens the server itself; no link may carry it anywhere.
  static let ownPassword = LinkCheck { link, context in
    guard !context.ownSources.isEmpty else { return [] }
    return link.references.filter { context.ownSources.contains($0.source) }.map { reference in
      LinkFinding(
        .form(
          .badReference,
          "\(reference.source) is linkctl's own password; no link may refer to it",
          at: reference.location
        )
      )
    }
  }
}

extension CheckContext {
  fileprivate func problem(of source: Reference.Source) -> String? {
    switch source {
    case .environment(let name):
      guard !policy.allows(variable: name) else { return nil }
      return "variable \(name) is not allowed by secrets.allow in linkctl.yaml"
    case .file(let path):
      guard !policy.allows(file: path, folder: folder) else { return nil }
      return "file '\(path.shown)' is neither below the project nor below one of secrets.roots in"
        + " linkctl.yaml"
    }
  }
}

extension DesiredLink {
  fileprivate func path(of reference: Reference) -> FieldPath? {
    guard case .declared(let value) = credentials else { return nil }
    return value.leaves(at: FieldPath(["credentials"]))
      .first { $0.value.references.contains { $0.location == reference.location } }?.path
  }
}
