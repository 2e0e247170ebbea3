/// What a type of link accepts, requires and excludes.
package struct LinkType: Sendable {
  /// As statements and previews write it: `S3`, `KAFKA`.
  package let name: String
  /// What such a link leads to, in a sentence or two.
  package let summary: String
  package let keys: [LinkKey]
  package let combinations: [KeyCombination]
  /// Whether `credentials: {}` makes a link that can work.
  package let allowsEmptyCredentials: Bool
  /// Keys that the server hands on to a library; `nil` where it reads all keys itself.
  package let passThrough: PassThrough?
  /// What to use instead; `nil` where the type is not deprecated.
  package let deprecation: String?

  /// The library behind a type, and keys of it that are right though no page of the server's names
  /// them.
  package struct PassThrough: Sendable {
    package let library: String
    package let properties: [String]
  }

  package init(
    name: String,
    summary: String,
    keys: [LinkKey],
    combinations: [KeyCombination] = [],
    allowsEmptyCredentials: Bool = true,
    passThrough: PassThrough? = nil,
    deprecation: String? = nil
  ) {
    self.name = name
    self.summary = summary
    self.keys = keys
    self.combinations = combinations
    self.allowsEmptyCredentials = allowsEmptyCredentials
    self.passThrough = passThrough
    self.deprecation = deprecation
  }
}

extension LinkType {
  /// Every type there is, in the order of the server's grammar.
  package static let all: [LinkType] = [s3, azure, gcs, hdfs, http, kafka, mongodb, mysql]

  /// Their names, for a message.
  package static var list: String { all.map(\.name).joined(separator: ", ") }

  /// The type of a name, in any case of its ASCII letters.
  package static func named(_ name: String) -> LinkType? {
    all.first { $0.name.asciiLowercased.isIdentical(to: name.asciiLowercased) }
  }
}

extension LinkType {
  /// Whether keys that it does not know are handed on to a library that may.
  package var passesUnknownKeysThrough: Bool { passThrough != nil }

  /// The key of that name in that clause, also as one of a family such as `catalog.*`.
  package func key(_ name: String, in clause: LinkKey.Clause) -> LinkKey? {
    keys.first { $0.clause == clause && $0.covers(name) }
  }

  /// The key of that name in whichever clause it belongs.
  package func key(_ name: String) -> LinkKey? {
    key(name, in: .credentials) ?? key(name, in: .config)
  }
}

extension LinkType {
  /// Whether the value at a path below `credentials` is a secret: it is never shown, and comes by
  /// reference only.
  ///
  /// A key that the type knows decides for all that is below it. Of one that it does not know, only
  /// what is plainly the name of somebody or something is no secret: whoever writes a key into
  /// CREDENTIALS that nobody documents had a reason to.
  package func isSecret(credential path: [String]) -> Bool {
    guard let name = path.first else { return true }
    if let key = key(name) { return key.isSecret }
    return path.contains { !$0.isNameOfIdentity }
  }
}

extension String {
  /// Whether a key of this name holds who or where somebody is: `tenant_id`, `proxy.user`.
  fileprivate var isNameOfIdentity: Bool {
    let words = asciiLowercased.split { $0 == "." || $0 == "_" || $0 == "-" }
    guard let last = words.last else { return false }
    return ["account", "arn", "id", "name", "region", "user", "username"].contains(last)
      && !words.contains { ["key", "password", "secret", "session", "token"].contains($0) }
  }
}
