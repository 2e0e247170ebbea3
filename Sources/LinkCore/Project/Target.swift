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
    let authority = text.dropFirst(serverPrefix.count).prefix { $0 != "/" && $0 != "?" }
    let user = authority.split(separator: "@", omittingEmptySubsequences: false)
    if user.count > 1, user[0].contains(":") {
      return "a password cannot stand in a URL; set 'password: { env: NAME }' instead"
    }
    return nil
  }
}
