/// The keys of a link as a type sees them.
struct TypeSettings {
  struct Setting {
    let name: String
    let clause: LinkKey.Clause
    /// Of the shape it will have; what comes by reference is an empty text.
    let value: JSONValue
    /// As it was declared, where it is a credential.
    let credential: CredentialValue?
    /// The key that the type knows it as, also where it is misspelt or stands in the other clause.
    let meant: String

    var path: FieldPath { FieldPath([clause.rawValue, name]) }

    /// Its text in lower case; `nil` where it is no text, or not known yet.
    var choice: String? {
      guard let text = value.text, !text.isEmpty else { return nil }
      return text.asciiLowercased
    }
  }

  let all: [Setting]
  /// Whether it is known which credentials there are.
  let knowsCredentials: Bool

  init(
    of type: LinkType,
    config: [JSONValue.Member],
    credentials: [CredentialValue.Member]?
  ) {
    let known = config.map { member in
      Setting(
        name: member.key,
        clause: .config,
        value: member.value,
        credential: nil,
        meant: type.meaning(of: member.key)
      )
    }
    let secret = (credentials ?? []).map { member in
      Setting(
        name: member.key,
        clause: .credentials,
        value: member.value.shape,
        credential: member.value,
        meant: type.meaning(of: member.key)
      )
    }
    all = known + secret
    knowsCredentials = credentials != nil
  }

  var hasCredentials: Bool { all.contains { $0.clause == .credentials } }

  /// The first setting of a name, which may end in `.*`.
  func first(_ name: String) -> Setting? {
    let pattern = KeyPattern(name)
    return all.first { pattern.covers($0.meant) }
  }

  func first(of names: [String]) -> Setting? {
    names.lazy.compactMap(first).first
  }
}

extension LinkType {
  /// The key that an author means by a name.
  fileprivate func meaning(of name: String) -> String {
    if let alias = passThrough?.aliases[name] { return alias }
    if key(name) != nil || knowsProperty(name) { return name }
    return nearest(to: name)?.name ?? name
  }
}
