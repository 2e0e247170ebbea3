/// Where a plan is made against.
package enum Target: Hashable, Sendable {
  /// The embedded catalog in a SQLite file, by the rules of a version.
  case sandbox(path: String, Dialect)
  /// A SingleStore server; the text is its URL.
  case server(url: String)

  private static let sandboxPrefix = "sandbox:"
  private static let serverPrefix = "singlestore://"

  /// `nil` where `problem(of:)` says why.
  package init?(_ text: String) {
    guard Target.problem(of: text) == nil else { return nil }
    guard text.hasPrefix(Target.sandboxPrefix) else {
      self = .server(url: text)
      return
    }
    let (path, query) = Target.sandboxParts(text)
    self = .sandbox(path: path, query.flatMap(Target.dialect) ?? .newest)
  }

  /// What is wrong with a target; it never repeats the text, which may hold a password.
  package static func problem(of text: String) -> String? {
    if text.hasPrefix(sandboxPrefix) { return sandboxProblem(of: text) }
    guard text.hasPrefix(serverPrefix) else {
      return "expected sandbox:PATH or singlestore://USER@HOST:PORT"
    }
    let lowered = text.asciiLowercased
    let isNamed = ["password=", "passwd=", "pwd="].contains { lowered.contains($0) }
    return isNamed || holdsPassword(Array(text.utf8.dropFirst(serverPrefix.utf8.count)))
      ? "a password cannot stand in a URL; set 'password: { env: NAME }' instead" : nil
  }

  private static func sandboxProblem(of text: String) -> String? {
    let (path, query) = sandboxParts(text)
    if path.isEmpty { return "sandbox: needs a path" }
    guard let query, dialect(query) == nil else { return nil }
    let known = Dialect.allCases.map(\.rawValue).joined(separator: ", ")
    return "behind sandbox:PATH only ?dialect= may stand, with one of \(known)"
  }

  /// The path, and what stands behind its last `?`.
  private static func sandboxParts(_ text: String) -> (path: String, query: String?) {
    let rest = String(text.dropFirst(sandboxPrefix.count))
    guard let mark = rest.lastIndex(of: "?") else { return (rest, nil) }
    return (String(rest[..<mark]), String(rest[rest.index(after: mark)...]))
  }

  private static func dialect(_ query: String) -> Dialect? {
    let key = "dialect="
    guard query.hasPrefix(key) else { return nil }
    return Dialect(rawValue: String(query.dropFirst(key.count)))
  }

  /// Whether a user is followed by a password; either may hold `@`, `/` and `?`, and the path of a
  /// socket `@` and `:`.
  private static func holdsPassword(_ rest: [UInt8]) -> Bool {
    let at = UInt8(ascii: "@")
    let socket = Array("?socket=".utf8)
    let end = rest.indices.first { rest[$0...].starts(with: socket) } ?? rest.count
    let users = [rest.firstIndex(of: at), rest[..<end].lastIndex(of: at)].compactMap(\.self)
    return users.contains { rest[..<$0].contains(UInt8(ascii: ":")) }
  }
}
