internal import LinkCore

extension CommandLineGuard {
  private static let why = "it would show in process lists and shell histories"

  private static let options = [
    "password", "passwd", "passphrase", "pwd", "pass", "secret", "token", "credential", "api-key",
    "apikey", "access-key", "private-key", "fingerprint-key",
  ]

  /// What is wrong with an argument that carries a password; the value is not repeated.
  static func passwordProblem(_ argument: [UInt8]) -> String? {
    optionProblem(argument) ?? urlProblem(argument) ?? assignmentProblem(argument)
  }

  private static func optionProblem(_ argument: [UInt8]) -> String? {
    let name = lowercased(argument.prefix { $0 != UInt8(ascii: "=") })
    for option in options where name.starts(with: "--\(option)".utf8) {
      return "'--\(option)' is not accepted on the command line: \(why); name a variable or a file "
        + "under 'password' in linkctl.yaml"
    }
    guard name.starts(with: "-p".utf8), name.count > 2 else { return nil }
    return "'-p…' is not accepted: a password on the command line is not, \(why)"
  }

  /// `scheme://user:password@host`, shown without the password; what stands before the last `@`
  /// counts, as a password may hold `/` and `@`.
  private static func urlProblem(_ argument: [UInt8]) -> String? {
    let mark = Array("://".utf8)
    guard let start = argument.indices.first(where: { argument[$0...].starts(with: mark) }),
      let at = argument.lastIndex(of: UInt8(ascii: "@")), at > start,
      let colon = argument[(start + mark.count)..<at].firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    let masked = argument[...colon] + Redactor.mask.utf8 + argument[at...]
    return "'\(shown(Array(masked)))' holds a password, which is not accepted on the command line: "
      + why
  }

  /// `…?password=…` and the like.
  private static func assignmentProblem(_ argument: [UInt8]) -> String? {
    let text = lowercased(argument[...])
    for word in ["password=", "passwd=", "pwd="] {
      let places = text.indices.filter { text[$0...].starts(with: word.utf8) }
      guard let end = places.first.map({ $0 + word.utf8.count }), end < text.count else { continue }
      let masked = Array(argument[..<end]) + Array(Redactor.mask.utf8)
      return
        "'\(shown(masked))' holds a password, which is not accepted on the command line: \(why)"
    }
    return nil
  }

  private static func lowercased(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }
}
