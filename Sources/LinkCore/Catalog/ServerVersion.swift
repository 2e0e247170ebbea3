/// The first two numbers of a server's version, which say what it can do.
package struct ServerVersion: Hashable, Comparable, Sendable {
  package let major: Int
  package let minor: Int

  package init(_ major: Int, _ minor: Int) {
    self.major = major
    self.minor = minor
  }

  /// Reads `9.1.3`, also with more behind it; `nil` where no number stands in front.
  package init?(_ text: String) {
    let parts = text.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
    let digits = parts.prefix(2).map { $0.prefix { $0.isASCII && $0.isNumber } }
    guard let first = digits.first, let major = Int(first) else { return nil }
    self.init(major, digits.count > 1 ? Int(digits[1]) ?? 0 : 0)
  }

  package static func < (one: ServerVersion, other: ServerVersion) -> Bool {
    (one.major, one.minor) < (other.major, other.minor)
  }
}

extension ServerVersion: CustomStringConvertible {
  package var description: String { "\(major).\(minor)" }
}
