/// What is wrong with a target; it never repeats the text, which may hold a password.
package struct TargetProblem: Error, Hashable, Sendable {
  package let message: String

  init(_ message: String) {
    self.message = message
  }

  static let password = TargetProblem(
    "a password cannot stand in a URL; set 'password: { env: NAME }' instead"
  )
}

extension ServerAddress {
  private static let form = "singlestore://USER@HOST:PORT[/DB][?socket=PATH]"

  /// Reads what follows `singlestore://`.
  init(reading rest: String) throws(TargetProblem) {
    let bytes = Array(rest.utf8)
    guard !Self.holdsPassword(rest) else { throw .password }
    guard let at = bytes.firstIndex(of: UInt8(ascii: "@")), at > 0 else {
      throw TargetProblem("a user is missing; expected \(Self.form)")
    }
    let user = try Self.decoded(bytes[..<at], named: "user")
    guard !user.utf8.contains(UInt8(ascii: ":")) else { throw .password }
    let (location, query) = Self.split(bytes[(at + 1)...], at: UInt8(ascii: "?"))
    let (place, path) = Self.split(location, at: UInt8(ascii: "/"))
    let socket = try query.map { query throws(TargetProblem) in try Self.socket(query) }
    let (host, port) = try Self.hostAndPort(place)
    guard !host.isEmpty || socket != nil else {
      throw TargetProblem("a host is missing; expected \(Self.form)")
    }
    self.init(
      user: user,
      host: host,
      port: port,
      database: try Self.database(path),
      socket: socket
    )
  }

  // MARK: Parts

  /// What stands before the first such byte, and what behind it where there is one.
  private static func split(
    _ bytes: ArraySlice<UInt8>,
    at mark: UInt8
  ) -> (before: ArraySlice<UInt8>, behind: ArraySlice<UInt8>?) {
    guard let place = bytes.firstIndex(of: mark) else { return (bytes, nil) }
    return (bytes[..<place], bytes[(place + 1)...])
  }

  private static func hostAndPort(
    _ place: ArraySlice<UInt8>
  ) throws(TargetProblem) -> (host: String, port: Int) {
    guard place.first == UInt8(ascii: "[") else {
      let (host, port) = split(place, at: UInt8(ascii: ":"))
      guard host.allSatisfy(isHostByte) else {
        throw TargetProblem(
          "the host holds a character that no host name has; '@' in a user is %40"
        )
      }
      return (String(decoding: host, as: UTF8.self), try self.port(port))
    }
    let (address, rest) = split(place.dropFirst(), at: UInt8(ascii: "]"))
    let isAddress = address.contains(UInt8(ascii: ":")) && address.allSatisfy(isIPv6Byte)
    guard let rest, isAddress, rest.isEmpty || rest.first == UInt8(ascii: ":") else {
      throw TargetProblem("expected an IPv6 address in brackets, such as [::1]")
    }
    let port = try self.port(rest.isEmpty ? nil : rest.dropFirst())
    return (String(decoding: address, as: UTF8.self), port)
  }

  private static func port(_ digits: ArraySlice<UInt8>?) throws(TargetProblem) -> Int {
    guard let digits else { return defaultPort }
    let text = String(decoding: digits, as: UTF8.self)
    guard text.allSatisfy(\.isASCIIDigit), let port = Int(text), (1...65_535).contains(port) else {
      throw TargetProblem("the port is no number from 1 to 65535")
    }
    return port
  }

  private static func database(_ path: ArraySlice<UInt8>?) throws(TargetProblem) -> String? {
    guard let path, !path.isEmpty else { return nil }
    guard !path.contains(UInt8(ascii: "/")) else {
      throw TargetProblem("only the name of a database may follow the host")
    }
    let name = try decoded(path, named: "database")
    if let problem = NameRule.problem(of: name) {
      throw TargetProblem("the database \(problem)")
    }
    return name
  }

  private static func socket(_ query: ArraySlice<UInt8>) throws(TargetProblem) -> String {
    let key = Array("socket=".utf8)
    guard query.starts(with: key), !query.contains(UInt8(ascii: "&")) else {
      throw TargetProblem("only ?socket=PATH may follow; other settings stand in linkctl.yaml")
    }
    let path = try decoded(query.dropFirst(key.count), named: "socket")
    // What the system has room for in a socket's address.
    guard path.utf8.first == UInt8(ascii: "/"), path.utf8.count < 108 else {
      throw TargetProblem("the socket needs an absolute path of at most 107 bytes")
    }
    return path
  }

  // MARK: Characters

  private static func isHostByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): true
    default: isLetterOrDigit(byte)
    }
  }

  /// Also `%`, which a zone follows.
  private static func isIPv6Byte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ":") || byte == UInt8(ascii: "%") || isHostByte(byte)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }

  /// With `%41` and the like undone.
  private static func decoded(
    _ bytes: ArraySlice<UInt8>,
    named name: String
  ) throws(TargetProblem) -> String {
    var decoded: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        decoded.append(byte)
        continue
      }
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      guard digits.utf8.count == 2, digits.allSatisfy(\.isHexDigit),
        let value = UInt8(digits, radix: 16)
      else { throw TargetProblem("the \(name) has a '%' without two hexadecimal digits") }
      decoded.append(value)
      rest = rest.dropFirst(2)
    }
    guard let text = String(validating: decoded, as: UTF8.self),
      !text.unicodeScalars.contains(where: \.needsEscape)
    else { throw TargetProblem("the \(name) holds what is no visible text") }
    return text
  }

  // MARK: Passwords

  private static func holdsPassword(_ rest: String) -> Bool {
    let lowered = rest.asciiLowercased
    let isNamed = ["password=", "passwd=", "pwd="].contains { lowered.contains($0) }
    return isNamed || followsUser(Array(rest.utf8))
  }

  /// Whether a user is followed by a password; either may hold `@`, `/` and `?`, and the path of a
  /// socket `@` and `:`.
  private static func followsUser(_ rest: [UInt8]) -> Bool {
    let at = UInt8(ascii: "@")
    let socket = Array("?socket=".utf8)
    let end = rest.indices.first { rest[$0...].starts(with: socket) } ?? rest.count
    let users = [rest.firstIndex(of: at), rest[..<end].lastIndex(of: at)].compactMap(\.self)
    return users.contains { rest[..<$0].contains(UInt8(ascii: ":")) }
  }
}
