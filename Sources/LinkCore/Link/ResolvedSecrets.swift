/// The secrets of a plan, each read once, by where they came from.
package struct ResolvedSecrets: Sendable {
  private let secrets: [Reference.Source: Secret]

  package init(_ secrets: [Reference.Source: Secret]) {
    self.secrets = secrets
  }

  /// For the redactor, which has to know them all.
  package var all: [Secret] { Array(secrets.values) }

  /// The value that a reference stands for, with its prefix and suffix; `nil` where it was not
  /// resolved.
  package func value(of reference: Reference) -> Secret? {
    secrets[reference.source].map { secret in
      secret.reveal { Secret(reference.prefix + $0 + reference.suffix) }
    }
  }
}
