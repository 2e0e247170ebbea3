internal import LinkCore

/// Reads what stands behind the arrow of a fault.
struct EffectReader {
  private let name: String
  /// All behind the name.
  private let detail: String

  static func effect(in text: String) throws(FaultProblem) -> Fault.Effect {
    let name = text.prefix { $0 != " " }
    let detail = text.dropFirst(name.count).drop { $0 == " " }
    return try EffectReader(name: String(name), detail: String(detail)).effect()
  }

  /// All of them, as they are written.
  static let names = [
    "error", "echo", "delay", "cut-before", "cut-after", "cut-reply", "writer", "read-only",
    "no-grants", "sql-mode",
  ]

  private func effect() throws(FaultProblem) -> Fault.Effect {
    switch name {
    case "error": try error()
    case "echo": .echo(code: detail.isEmpty ? 1064 : try code(detail))
    case "delay": .delay(try time())
    case "cut-before": try bare(.cutBefore)
    case "cut-after": try bare(.cutAfter)
    case "cut-reply": .cutReply(bytes: detail.isEmpty ? nil : try bytes())
    case "writer": .writer(try statement())
    case "read-only": try bare(.readOnly)
    case "no-grants": .noGrants(code: try grantCode())
    case "sql-mode": .sqlMode(try mode())
    default: throw unknown
    }
  }

  private var unknown: FaultProblem {
    let near = Self.names.first { EditDistance.between(name, $0, atMost: 2) != nil }
    let known = "there are \(Self.names.joined(separator: ", "))"
    let hint = near.map { "did you mean '\($0)'?" } ?? known
    return FaultProblem(message: "unknown fault '\(name.shown)'; \(hint)")
  }

  private func bare(_ effect: Fault.Effect) throws(FaultProblem) -> Fault.Effect {
    guard detail.isEmpty else {
      throw FaultProblem(message: "\(name) takes nothing behind it")
    }
    return effect
  }

  private func error() throws(FaultProblem) -> Fault.Effect {
    let number = detail.prefix { $0 != " " }
    let message = detail.dropFirst(number.count).drop { $0 == " " }
    return .error(
      code: try code(String(number)),
      message: message.isEmpty ? "refused by a fault" : String(message)
    )
  }

  private func code(_ text: String) throws(FaultProblem) -> Int {
    guard let code = Int(text), (1...0xFFFF).contains(code) else {
      throw FaultProblem(message: "\(name) needs a server's error number from 1 to 65535")
    }
    return code
  }

  private func grantCode() throws(FaultProblem) -> Int {
    if detail.isEmpty { return 1142 }
    guard let code = Int(detail), [1142, 1227].contains(code) else {
      throw FaultProblem(message: "no-grants is by error 1142 or 1227")
    }
    return code
  }

  private func bytes() throws(FaultProblem) -> Int {
    guard let bytes = Int(detail), bytes >= 0 else {
      throw FaultProblem(message: "cut-reply takes a number of bytes of the reply")
    }
    return bytes
  }

  private static let longestDelay = 3_600_000

  private func time() throws(FaultProblem) -> Duration {
    let isMilliseconds = detail.hasSuffix("ms")
    let digits = isMilliseconds ? detail.dropLast(2) : detail.dropLast()
    guard isMilliseconds || detail.hasSuffix("s"), let number = Int(digits), number >= 0,
      number <= Self.longestDelay / (isMilliseconds ? 1 : 1_000)
    else {
      throw FaultProblem(message: "delay needs a time such as 200ms or 5s, of at most an hour")
    }
    return isMilliseconds ? .milliseconds(number) : .seconds(number)
  }

  private func statement() throws(FaultProblem) -> String {
    do throws(SQLReaderError) {
      _ = try SQLReader.statement(in: detail)
      return detail
    } catch {
      throw FaultProblem(message: "writer needs a statement that the sandbox can read: \(error)")
    }
  }

  private func mode() throws(FaultProblem) -> String {
    let isOfMode = { (byte: UInt8) in
      byte == UInt8(ascii: "_") || byte == UInt8(ascii: ",")
        || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
    guard !detail.isEmpty, detail.utf8.allSatisfy(isOfMode) else {
      throw FaultProblem(message: "sql-mode needs modes such as NO_BACKSLASH_ESCAPES,ANSI_QUOTES")
    }
    return detail
  }
}
