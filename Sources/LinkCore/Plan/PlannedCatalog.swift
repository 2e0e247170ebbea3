extension PlanDocument {
  /// The catalog as the plan saw it, so far as it is about declared links.
  ///
  /// A plan that is made against it again must come out the same; whether the real catalog is still
  /// like that is for the apply to see, link by link.
  package func catalog(on server: Snapshot.Server) -> Snapshot {
    Snapshot(
      takenAt: inputs.catalogTakenAt,
      server: server,
      databases: Set(changes.map { ExactText($0.address.database) }).map(\.text),
      isComplete: true,
      links: changes.compactMap { change in
        change.before.map { CatalogLink(change.address, planned: $0.json) }
      },
      pipelines: .init(known: changes.flatMap(\.users), isComplete: true)
    )
  }
}

extension PlanDocument {
  /// What the plan knew of each link's credentials; that is what was approved, whatever keys and
  /// secrets are at hand by now.
  package var comparisons: [LinkAddress: CredentialComparison] {
    Dictionary(
      changes.map { ($0.address, $0.comparison) },
      uniquingKeysWith: { first, _ in first }
    )
  }
}

extension PlanDocument {
  /// Which links the plan found not to be ours, and why.
  package var foreign: [LinkAddress: Foreign] {
    let found = changes.compactMap { change in
      change.foreign.map { (change.address, Foreign(rawValue: $0.reason) ?? .newer) }
    }
    return Dictionary(found, uniquingKeysWith: { first, _ in first })
  }
}

extension PlanDocument.Change {
  fileprivate var comparison: CredentialComparison {
    let reason = LinkChange.Reason(rawValue: self.reason)
    return switch (LinkChange.Credentials(rawValue: credentials), reason) {
    case (.asSent, .keyRotated): .sameByPreviousKey
    case (.asSent, _): .same
    // With any other reason they are sent on request, which says nothing of what they are.
    case (.rotated, .credentialsRotated), (.rotated, .severalChanged), (.rotated, .blocked):
      .changed
    case (.new, .credentialsRotated), (.new, .severalChanged): .changed
    default: .unverifiable(unverifiable.lazy.compactMap(obstacle).first ?? .noKey)
    }
  }

  private func obstacle(_ name: String) -> CredentialComparison.Obstacle? {
    switch LinkChange.Unverifiable(rawValue: name) {
    case .noKey: .noKey
    case .otherKey: .otherKey
    case .noFingerprint: .noFingerprint
    case .secretMissing: .secretMissing
    case .offline: .offline
    case .credentials: .noTag
    case .config, .redacted, nil: nil
    }
  }

  /// The pipelines as a catalog has them.
  fileprivate var users: [Snapshot.Pipeline] {
    pipelines.map { .init(database: $0.database, name: $0.name, state: $0.state, link: address) }
  }
}

extension CatalogLink {
  /// A side of a change, as documents have it.
  fileprivate convenience init(_ address: LinkAddress, planned: JSONValue) {
    self.init(
      address: address,
      type: planned["type"]?.text ?? "",
      description: TaggedDescription(
        documented: planned["description"]?.text,
        tag: planned["tag"]?.text
      ),
      config: planned["config"].map { .readable($0.members == nil ? nil : $0) } ?? .unreadable
    )
  }
}
