/// A server's own words, made fit to be shown.
package enum ServerMessage {
  /// Longer ones are cut; in Unicode scalars.
  package static let longest = 500

  /// The message on one line, with every secret masked, without the piece of the statement that a
  /// syntax error repeats, and cut to a readable length.
  ///
  /// Masking comes first: cutting first could leave the beginning of a secret that no longer is
  /// recognised.
  package static func shown(_ message: String, redactor: Redactor) -> String {
    cut(withoutEcho(redactor.redactAll(message)).shown)
  }

  /// Nothing behind `near '` is kept: servers put the rest of the statement there.
  private static func withoutEcho(_ message: String) -> String {
    let bytes = Array(message.utf8)
    let near = Array("near".utf8)
    for start in bytes.indices.dropLast(near.count) {
      let end = start + near.count
      guard zip(bytes[start..<end], near).allSatisfy({ $0 | 0x20 == $1 }) else { continue }
      let quote = bytes[end...].drop { $0 == 0x20 }.first
      if quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "`") {
        return String(decoding: bytes[..<end], as: UTF8.self) + " …"
      }
    }
    return message
  }

  private static func cut(_ text: String) -> String {
    guard text.unicodeScalars.count > longest else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(longest))) + "…"
  }
}
