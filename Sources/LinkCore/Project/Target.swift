/// Where a plan is made against.
package enum Target: Hashable, Sendable {
  /// The embedded catalog in a SQLite file.
  case sandbox(path: String)
  /// A SingleStore server; the text is its URL.
  case server(url: String)

  private static let sandboxPrefix = "sandbox:"
  private static let serverPrefix = "singlestore://"

  /// `nil` where `problem(of:)` says why.
  package init?(_ text: String) {
    guard Target.problem(of: text) == nil else { return nil }
    self =
      text.hasPrefix(Target.sandboxPrefix)
      ? .sandbox(path: String(text.dropFirst(Target.sandboxPrefix.count))) : .server(url: text)
  }

  /// What is wrong with a target; it never repeats the text, which may hold a password.
  package static func problem(of text: String) -> String? {
    if text.hasPrefix(sandboxPrefix) {
      return text.utf8.count > sandboxPrefix.utf8.count ? nil : "sandbox: needs a path"
    }
    guard text.hasPrefix(serverPrefix) else {
      return "expected sandbox:PATH or singlestore://USER@HOST:PORT"
    }
    // What stands before the last `@` counts, for a password may hold `/`, `?` and `@`.
    let rest = text.utf8.dropFirst(serverPrefix.utf8.count)
    let user = rest.lastIndex(of: UInt8(ascii: "@")).map { rest[..<$0] } ?? rest.prefix(0)
    let lowered = text.asciiLowercased
    let isNamed = ["password=", "passwd=", "pwd="].contains { lowered.contains($0) }
    if user.contains(UInt8(ascii: ":")) || isNamed {
      return "a password cannot stand in a URL; set 'password: { env: NAME }' instead"
    }
    return nil
  }
}
