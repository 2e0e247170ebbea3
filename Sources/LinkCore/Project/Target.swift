/// Where a plan is made against.
package enum Target: Hashable, Sendable {
  /// The embedded catalog in a SQLite file.
  case sandbox(path: String)
  /// A SingleStore server.
  case server(ServerAddress)

  private static let sandboxPrefix = "sandbox:"
  private static let serverPrefix = "singlestore://"

  /// Reads a target as it is written in a project file or on a command line.
  package init(reading text: String) throws(TargetProblem) {
    if text.hasPrefix(Self.sandboxPrefix) {
      let path = String(text.dropFirst(Self.sandboxPrefix.count))
      guard !path.isEmpty else { throw TargetProblem("sandbox: needs a path") }
      self = .sandbox(path: path)
    } else if text.hasPrefix(Self.serverPrefix) {
      let rest = String(text.dropFirst(Self.serverPrefix.count))
      self = .server(try ServerAddress(reading: rest))
    } else {
      throw TargetProblem("expected sandbox:PATH or singlestore://USER@HOST:PORT")
    }
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
