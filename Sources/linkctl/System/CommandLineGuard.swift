internal import LinkCore

/// Looks at the command line before it is parsed: for what a parser would repeat in its message, or
/// take without a word.
enum CommandLineGuard {
  /// The arguments of this process as they were given, without its own name.
  static var arguments: [[UInt8]] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { index in
      CommandLine.unsafeArgv[index].map { argument in
        var bytes: [UInt8] = []
        var next = argument
        while next.pointee != 0 {
          bytes.append(UInt8(bitPattern: next.pointee))
          next += 1
        }
        return bytes
      }
    }
  }

  /// What is wrong with the arguments, ready to be shown; `nil` where nothing is.
  ///
  /// Secrets are looked for first, so that no other message shows one. Options may stand twice only
  /// where they are listed, as `--only`.
  static func problem(in arguments: [[UInt8]], repeatable: Set<String>) -> String? {
    for argument in arguments {
      if let problem = passwordProblem(argument) { return problem }
    }
    for argument in arguments {
      if let problem = textProblem(argument) { return problem }
    }
    return repetition(in: arguments, repeatable)
  }

  /// An argument for a person's eyes: bytes that are no UTF-8 as `\xff`, controls escaped.
  static func shown(_ argument: [UInt8]) -> String {
    var text = ""
    var bytes = argument.makeIterator()
    var parser = UTF8.ForwardParser()
    var rest = argument[...]
    while true {
      switch parser.parseScalar(from: &bytes) {
      case .valid(let encoded):
        text += String(UTF8.decode(encoded)).shown
        rest = rest.dropFirst(encoded.count)
      case .error(let length):
        for byte in rest.prefix(length) { text += "\\x" + hexadecimal(byte) }
        rest = rest.dropFirst(length)
      case .emptyInput:
        return text
      }
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}

extension CommandLineGuard {
  private static func textProblem(_ argument: [UInt8]) -> String? {
    guard let text = String(validating: argument, as: UTF8.self) else {
      return "argument '\(shown(argument))' is not UTF-8"
    }
    let isControl = { (scalar: Unicode.Scalar) in
      scalar.isForbidden || scalar == "\n" || scalar == "\t"
    }
    guard text.unicodeScalars.contains(where: isControl) else { return nil }
    return "argument '\(text.shown)' contains a control character"
  }

  /// Everything behind `--` is no option.
  private static func repetition(in arguments: [[UInt8]], _ repeatable: Set<String>) -> String? {
    var seen: Set<ExactText> = []
    for argument in arguments.prefix(while: { !$0.elementsEqual("--".utf8) })
    where argument.starts(with: "--".utf8) {
      let name = String(decoding: argument.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self)
      if !seen.insert(ExactText(name)).inserted, !repeatable.contains(name) {
        return "option '\(name.shown)' is given more than once"
      }
    }
    return nil
  }
}
