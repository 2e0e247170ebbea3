internal import LinkCore
internal import LinkSeal

extension Workflow {
  /// How the plan tells its own links from others', and their credentials from those of now.
  ///
  /// Secrets are read only where a fingerprint can be compared with them; one that cannot be used
  /// leaves its links unverifiable.
  func ownership(of state: LoadedState, against catalog: Snapshot) throws -> Ownership {
    guard !target.isOffline else { return ownership(of: state) { _, _ in .unverifiable(.offline) } }
    let keys = state.environment.isTagging ? try session.environment.fingerprintKeys() : .none
    let environment = state.environment.name
    let comparable = keys.current == nil ? [] : references(state, comparableBy: keys, catalog)
    let secrets = try resolve(comparable, in: state.loaded)
    return ownership(of: state) { desired, current in
      secrets.compare(desired, with: current, in: environment, by: keys)
    }
  }

  /// The same with what a saved plan has known of credentials.
  func ownership(of state: LoadedState, approvedBy saved: PlanDocument) -> Ownership {
    let comparisons = saved.comparisons
    return ownership(of: state, approved: saved.foreign) { desired, _ in
      comparisons[desired.address] ?? .unverifiable(.noKey)
    }
  }

  private func ownership(
    of state: LoadedState,
    approved: [LinkAddress: Foreign]? = nil,
    _ comparison: @escaping Ownership.Comparison
  ) -> Ownership {
    Ownership(
      owner: state.loaded.project.owner,
      isTagging: state.environment.isTagging,
      digest: Digest.sha256,
      approved: approved,
      comparison: comparison
    )
  }

  /// The references of links whose fingerprints one of the keys has made.
  private func references(
    _ state: LoadedState,
    comparableBy keys: FingerprintKeys,
    _ catalog: Snapshot
  ) -> [Reference] {
    let comparable = Set(
      catalog.links.lazy.filter { keys.obstacle(to: $0.mark) == nil }.map(\.address)
    )
    return state.desired.links.filter { comparable.contains($0.address) }.flatMap(\.references)
  }
}

extension Applying {
  /// Ends the command where what the plan says of credentials is not so any more: that they are as
  /// they were sent, or that their tags are made again with another key.
  func refuseOtherSecrets(_ secrets: SecretResolution, _ keys: FingerprintKeys) throws {
    var reasons: [String] = []
    for change in plan.actions {
      guard let before = change.before, let tag = before.mark.tag?.fingerprint else { continue }
      let name = change.address.description.shown
      if change.reason == .keyRotated, keys.current.map({ $0.id == tag.key }) ?? true {
        reasons.append("\(name): its tag was to be made with a key that is not set here")
      } else if change.credentials == .asSent,
        secrets.compare(change.after, with: before, in: plan.environment, by: keys) == .changed
      {
        reasons.append("\(name): its secrets are others by now than were sent")
      }
    }
    guard !reasons.isEmpty else { return }
    throw Failure(
      .stale,
      "the plan is stale: \(reasons.joined(separator: "; ")); nothing was done, plan again"
    )
  }
}

extension SecretResolution {
  /// What a link's tag says of the secrets that were resolved for it.
  fileprivate func compare(
    _ link: DesiredLink,
    with current: CatalogLink,
    in environment: String,
    by keys: FingerprintKeys
  ) -> CredentialComparison {
    if let obstacle = keys.obstacle(to: current.mark) { return .unverifiable(obstacle) }
    guard let credentials = credentials(of: link), let type = link.type else {
      return .unverifiable(.secretMissing)
    }
    let scope = FingerprintScope(environment: environment, address: link.address, type: type)
    return keys.compare(credentials.json, with: current.mark, in: scope)
  }

  /// A link's credentials with every secret in its place; `json` is `nil` for the empty text that
  /// HDFS takes.
  private struct Credentials {
    let json: JSONValue?
  }

  /// `nil` where a secret cannot be used, or the credentials are not declared.
  private func credentials(of link: DesiredLink) -> Credentials? {
    switch link.credentials {
    case .unmanaged: return nil
    case .none: return Credentials(json: nil)
    case .declared(let value):
      guard value.references.allSatisfy({ secret(for: $0) != nil }) else { return nil }
      return Credentials(json: value.json { $0.filled(by: secret) })
    }
  }
}
