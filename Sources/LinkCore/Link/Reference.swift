/// Where a secret comes from when a plan is applied: an environment variable or a file.
///
/// A class, for a link has several, and every step hands them on.
package final class Reference: Sendable {
  package enum Source: Hashable, Comparable, Sendable {
    case environment(String)
    case file(String)
  }

  package let source: Source
  /// Public text before and behind the secret, such as `Bearer `.
  package let prefix: String
  package let suffix: String
  package let location: SourceLocation

  package init(
    _ source: Source,
    prefix: String = "",
    suffix: String = "",
    location: SourceLocation
  ) {
    self.source = source
    self.prefix = prefix
    self.suffix = suffix
    self.location = location
  }
}

extension Reference.Source: CustomStringConvertible {
  /// `env:NAME` or `file:PATH`.
  package var description: String {
    switch self {
    case .environment(let name): "env:\(name)"
    case .file(let path): "file:\(path)"
    }
  }

  /// Reads what `description` writes.
  package init?(parsing text: String) {
    if text.utf8.starts(with: "env:".utf8) {
      self = .environment(String(text.dropFirst(4)))
    } else if text.utf8.starts(with: "file:".utf8) {
      self = .file(String(text.dropFirst(5)))
    } else {
      return nil
    }
  }
}

extension Reference {
  /// What stands in a preview instead of the secret: `Bearer ${env:NAME}`.
  package var placeholder: String { "\(prefix)${\(source)}\(suffix)" }
}
