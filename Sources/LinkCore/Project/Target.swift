/// Where a plan is made against.
package enum Target: Hashable, Sendable {
  /// The embedded catalog in a SQLite file, by the rules of a version.
  case sandbox(path: String, Dialect)
  /// A SingleStore server.
  case server(ServerAddress)

  private static let sandboxPrefix = "sandbox:"
  private static let serverPrefix = "singlestore://"

  /// Reads a target as it is written in a project file or on a command line.
  package init(reading text: String) throws(TargetProblem) {
    if text.hasPrefix(Self.sandboxPrefix) {
      self = try Self.sandbox(reading: String(text.dropFirst(Self.sandboxPrefix.count)))
    } else if text.hasPrefix(Self.serverPrefix) {
      let rest = String(text.dropFirst(Self.serverPrefix.count))
      self = .server(try ServerAddress(reading: rest))
    } else {
      throw TargetProblem("expected sandbox:PATH or singlestore://USER@HOST:PORT")
    }
  }

  /// Reads a path, and what stands behind its last `?`.
  private static func sandbox(reading text: String) throws(TargetProblem) -> Target {
    let mark = text.lastIndex(of: "?")
    let path = mark.map { String(text[..<$0]) } ?? text
    guard !path.isEmpty else { throw TargetProblem("sandbox: needs a path") }
    guard let mark else { return .sandbox(path: path, .newest) }
    let query = text[text.index(after: mark)...]
    let key = "dialect="
    guard query.hasPrefix(key), let dialect = Dialect(rawValue: String(query.dropFirst(key.count)))
    else {
      let known = Dialect.allCases.map(\.rawValue).joined(separator: ", ")
      throw TargetProblem("behind sandbox:PATH only ?dialect= may stand, with one of \(known)")
    }
    return .sandbox(path: path, dialect)
  }

  /// What is wrong with a target; it never repeats the text, which may hold a password.
  package static func problem(of text: String) -> String? {
    do throws(TargetProblem) {
      _ = try Target(reading: text)
      return nil
    } catch {
      return error.message
    }
  }
}
