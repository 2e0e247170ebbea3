/// What a database or link may be called, so that it is the same name to every reader and server.
package enum NameRule {
  /// The shortest limit that SingleStore documents for names, in characters (v8.1; newer ones take
  /// more).
  package static let maximumLength = 64

  /// What is wrong with a name, to stand behind «link name»; `nil` where nothing is.
  package static func problem(of name: String) -> String? {
    // What most names are needs no look at its scalars.
    if (1...maximumLength).contains(name.utf8.count), name.hasOnlyBytes(\.isVisible) {
      return nil
    }
    let scalars = name.unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return "is empty" }
    if let hidden = scalars.first(where: \.needsEscape) {
      return "'\(name.shown)' holds the control or invisible character \(hidden.codePoint)"
    }
    if first.properties.isWhitespace || last.properties.isWhitespace {
      return "'\(name.shown)' has a leading or trailing space"
    }
    if scalars.count > maximumLength {
      return "is \(scalars.count) characters long; SingleStore 8.1 takes at most \(maximumLength)"
    }
    return nil
  }
}

extension UInt8 {
  /// Printable ASCII, but no space.
  fileprivate var isVisible: Bool { (0x21...0x7E).contains(self) }
}

extension Unicode.Scalar {
  /// `U+001B`.
  package var codePoint: String {
    let hex = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
  }
}
