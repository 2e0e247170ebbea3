extension LinkCheck {
  /// What the link's type has to say of its keys.
  static let typeKeys = LinkCheck { link, _ in
    guard let type = link.type, !link.isAbsent else { return [] }
    let found = type.findings(
      config: link.config?.members ?? [],
      credentials: link.credentials.members
    )
    return found.map { LinkFinding($0.rule, $0.message, about: $0.path, of: link) }
  }
}

extension DesiredLink.Credentials {
  /// `nil` where they are not managed, so that nobody knows them.
  fileprivate var members: [CredentialValue.Member]? {
    switch self {
    case .unmanaged: nil
    case .none: []
    case .declared(let value): value.members ?? []
    }
  }
}
