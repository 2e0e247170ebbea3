extension LinkCheck {
  /// What the link's type has to say of its keys.
  static let typeKeys = LinkCheck { link, _ in
    guard let type = link.type, !link.isAbsent else { return [] }
    // A key whose value was wrong, and reported as that, is there all the same.
    let config = link.config?.members ?? []
    let credentials = link.credentials.members
    let lost = link.keys(of: "config", without: config.map(\.key))
    let lostCredentials = link.keys(of: "credentials", without: credentials?.map(\.key) ?? [])
    let found = type.findings(
      config: config + lost.map { .init($0, "") },
      credentials: credentials.map { $0 + lostCredentials.map { .init($0, .literal("")) } }
    )
    let wrong = (lost.map { ["config", $0] } + lostCredentials.map { ["credentials", $0] })
      .map(FieldPath.init)
    return found.filter { $0.rule != .wrongJSONType || !wrong.contains($0.path) }
      .map { LinkFinding($0.rule, $0.message, about: $0.path, of: link) }
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

extension DesiredLink {
  /// The keys that a clause was written with, but for some.
  fileprivate func keys(of clause: String, without known: [String]) -> [String] {
    guard let node = body[clause], !node.isReference else { return [] }
    let keys = (node.entries ?? []).map(\.key)
    return keys.filter { key in !known.contains { $0.isIdentical(to: key) } }
  }
}
