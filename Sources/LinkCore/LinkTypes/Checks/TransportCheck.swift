extension LinkType {
  /// Credentials that travel unencrypted.
  func transportFindings(_ settings: TypeSettings) -> [TypeFinding] {
    plainEndpoints(settings) + plainLogin(settings)
  }

  private func plainEndpoints(_ settings: TypeSettings) -> [TypeFinding] {
    guard settings.hasCredentials else { return [] }
    return endpoints.compactMap { key in
      guard let setting = settings.first(key), let url = setting.choice,
        url.utf8.starts(with: "http://".utf8)
      else { return nil }
      let message = "'\(setting.name.shown)' is plain http: what \(name) sends is not encrypted"
      return TypeFinding(.plainHTTP, at: setting.path, message)
    }
  }

  private func plainLogin(_ settings: TypeSettings) -> [TypeFinding] {
    guard let encryption, let secret = settings.first(of: encryption.secrets) else { return [] }
    let setting = settings.first(encryption.key)
    if setting != nil, setting?.choice == nil { return [] }
    let choice = setting?.choice ?? encryption.byDefault
    guard encryption.plain.contains(where: choice.isIdentical) else { return [] }
    let state = setting == nil ? "\(choice) by default" : choice
    let message =
      "'\(secret.name.shown)' is sent unencrypted: '\(encryption.key)' of \(name) is \(state)"
    return [TypeFinding(.plaintextKafka, at: (setting ?? secret).path, message)]
  }
}
