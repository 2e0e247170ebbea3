extension LinkPlanner {
  /// What is known of the credentials that are on the server.
  struct Knowledge {
    let credentials: LinkChange.Credentials
    var obstacle: LinkChange.Unverifiable?
    /// Whether the tag was made with the fingerprint key of before.
    var isByPreviousKey = false
  }

  /// Whether linkctl may send the link's credentials.
  var isManagingCredentials: Bool { desired.isManagingCredentials }

  /// `rotation` where the link's tag has another one.
  func rotation(in current: CatalogLink) -> FieldChange? {
    guard isManagingCredentials, ownership.isTagging, foreign == nil, let tag = current.mark.tag,
      ownership.rotation(of: desired) != tag.rotation
    else { return nil }
    let path: FieldPath = ["rotation"]
    return FieldChange(
      path: path,
      before: tag.rotationJSON,
      after: desired.rotation.map(JSONValue.string),
      source: desired.origin(of: path)
    )
  }
}

extension LinkPlanner.Knowledge {
  init(
    of desired: DesiredLink,
    in current: CatalogLink?,
    _ foreign: Foreign?,
    by ownership: Ownership
  ) {
    guard desired.isManagingCredentials, let current else {
      self.init(credentials: .unmanaged)
      return
    }
    guard foreign == nil, ownership.isTagging else {
      self.init(credentials: .unverifiable, obstacle: .credentials)
      return
    }
    switch ownership.compare(desired, current) {
    case .same: self.init(credentials: .asSent)
    case .sameByPreviousKey: self.init(credentials: .asSent, isByPreviousKey: true)
    case .changed: self.init(credentials: .rotated)
    case .unverifiable(let obstacle):
      self.init(credentials: .unverifiable, obstacle: .init(obstacle))
    }
  }
}

extension DesiredLink {
  /// Whether linkctl may send its credentials.
  fileprivate var isManagingCredentials: Bool {
    if case .unmanaged = credentials { return false }
    return !ignores(["credentials"])
  }
}

extension Tag {
  /// What is known of the `rotation` that the tag was made for.
  var rotationJSON: JSONValue? { rotation.map { .string("digest \($0.text)") } }
}

extension LinkChange.Unverifiable {
  fileprivate init(_ obstacle: CredentialComparison.Obstacle) {
    self =
      switch obstacle {
      case .noKey: .noKey
      case .otherKey: .otherKey
      case .noFingerprint: .noFingerprint
      case .secretMissing: .secretMissing
      case .offline: .offline
      case .noTag: .credentials
      }
  }
}
