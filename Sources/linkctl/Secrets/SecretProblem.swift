internal import LinkCore

/// A reference that cannot be resolved, or resolves to what cannot be used.
struct SecretProblem: Hashable {
  let source: Reference.Source
  /// Where the reference stands.
  let location: SourceLocation
  let flaw: SecretFlaw

  init(_ reference: Reference, _ flaw: SecretFlaw) {
    source = reference.source
    location = reference.location
    self.flaw = flaw
  }
}

extension SecretProblem: Comparable {
  /// By place, then by source.
  static func < (one: SecretProblem, other: SecretProblem) -> Bool {
    (one.location, one.source) < (other.location, other.source)
  }
}

extension SecretProblem: CustomStringConvertible {
  /// `environment variable NAME is not set`; the place is the caller's to show.
  var description: String {
    switch source {
    case .environment(let name): "environment variable \(name.shown) \(flaw)"
    case .file(let path): "secret file \(path.shown) \(flaw)"
    }
  }
}
