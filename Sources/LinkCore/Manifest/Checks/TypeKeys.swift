extension LinkCheck {
  /// What the link's type has to say of its keys.
  static let typeKeys = LinkCheck { link, _ in
    guard let type = link.type, !link.isAbsent else { return [] }
    let config = link.config?.members ?? []
    let credentials = link.credentials.members
    let lost = link.keys(of: "config", without: config.lazy.map(\.key))
    let lostCredentials = link.keys(
      of: "credentials",
      without: (credentials ?? []).lazy.map(\.key)
    )
    guard !lost.isEmpty || !lostCredentials.isEmpty else {
      return type.findings(config: config, credentials: credentials).map { $0.finding(of: link) }
    }
    // A key whose value was wrong, and reported as that, is there all the same.
    let found = type.findings(
      config: config + lost.map { .init($0, "") },
      credentials: credentials.map { $0 + lostCredentials.map { .init($0, .literal("")) } }
    )
    let wrong = (lost.map { ["config", $0] } + lostCredentials.map { ["credentials", $0] })
      .map(FieldPath.init)
    return found.filter { $0.rule != .wrongJSONType || !wrong.contains($0.path) }
      .map { $0.finding(of: link) }
  }
}

extension TypeFinding {
  fileprivate func finding(of link: DesiredLink) -> LinkFinding {
    LinkFinding(rule, message, about: path, of: link)
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
  /// The keys that a clause was written with, but for those that came out of it.
  fileprivate func keys(of clause: String, without known: some Collection<String>) -> [String] {
    guard let node = body[clause], let entries = node.entries, entries.count != known.count,
      !node.isReference
    else { return [] }
    let known = Set(known.map(ExactText.init))
    return entries.map(\.key).filter { !known.contains(ExactText($0)) }
  }
}
