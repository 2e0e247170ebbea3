internal import LinkCore

extension Applying {
  func resolveSecrets() throws -> SecretResolution {
    let references = plan.statements.flatMap(\.references)
    let resolution = try workflow.resolve(references, in: work.state.loaded)
    for warning in resolution.warnings {
      session.note("\("\(warning.location)".shown): warning: \(warning)\n")
    }
    guard resolution.problems.isEmpty else { throw failure(resolution.problems) }
    return resolution
  }

  /// All of them together, each with the link and the place.
  private func failure(_ problems: [SecretProblem]) -> Failure {
    let links = Dictionary(
      plan.actions.flatMap { change in
        change.after.references.map { ($0.location, change.address.description.shown) }
      },
      uniquingKeysWith: { first, _ in first }
    )
    let lines = problems.map { problem in
      let user = links[problem.location].map { " (needed by \($0))" } ?? ""
      return "\("\(problem.location)".shown): error: \(problem)\(user)"
    }
    var failure = Failure(.secret, "\(lines.joined(separator: "; ")); nothing was done")
    failure.lines = lines + ["linkctl: secrets cannot be used; nothing was done"]
    return failure
  }

  /// A secret that also stands in a public clause would be shown by every listing of links.
  ///
  /// The names of users and the like may come by reference too, and stand where they like; a short
  /// secret is only looked for as a whole text, for a short word stands in any prose.
  func refuseSpilledSecrets(_ resolution: SecretResolution) throws {
    let secrets = plan.actions.flatMap { $0.after.secretReferences }.compactMap(resolution.secret)
    let redactor = Redactor(secrets.filter { $0.reveal { $0.utf8.count >= 8 } })
    let spilled = plan.actions.filter { change in
      change.after.publicTexts.contains { text in
        !redactor.redact(text).isIdentical(to: text)
          || secrets.contains { $0.reveal { $0.isIdentical(to: text) } }
      }
    }
    guard !spilled.isEmpty else { return }
    let names = spilled.map(\.address.description.shown).joined(separator: ", ")
    throw Failure(
      .refused,
      "the value of a secret also stands in the name, config or description of \(names), where"
        + " everybody can read it; nothing was done"
    )
  }
}

extension DesiredLink {
  /// The references at keys whose values are secret, without the public text around them.
  fileprivate var secretReferences: [Reference] {
    guard case .declared(let value) = credentials, let type else { return [] }
    return value.leaves(at: FieldPath([])).flatMap { path, leaf in
      type.isSecret(credential: path.components) ? leaf.references.map(\.bare) : []
    }
  }

  /// All that the statement writes where everybody can read it.
  fileprivate var publicTexts: [String] {
    [address.database, address.name, description ?? ""] + (config?.texts ?? [])
  }
}

extension JSONValue {
  fileprivate var texts: [String] {
    switch self {
    case .string(let text): [text]
    case .number(let number): [number.text]
    case .null, .bool: []
    case .array(let items): items.flatMap(\.texts)
    case .object(let members): members.flatMap { [$0.key] + $0.value.texts }
    }
  }
}

extension Reference {
  fileprivate var bare: Reference { Reference(source, location: location) }
}
