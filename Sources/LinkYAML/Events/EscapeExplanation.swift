internal import LinkCore

/// What is wrong with an escape in a double-quoted text, where that is what libyaml stumbled over.
struct EscapeExplanation {
  let message: String
  let mark: Mark

  init?(_ failure: SyntaxFailure, in source: SourceText) {
    // For a bad number libyaml points behind `\u`, for an unknown letter at the backslash.
    let backslash = Mark(line: failure.mark.line, column: max(1, failure.mark.column - 2))
    switch failure.problem {
    case "found unknown escape character":
      mark = failure.mark
      message = #"unknown escape; write \\ for a backslash, or use single quotes"#
    case "did not find expected hexdecimal number":
      mark = backslash
      message = #"\x, \u and \U need 2, 4 and 8 hexadecimal digits"#
    case "found invalid Unicode character escape code":
      mark = backslash
      let letter = source.line(mark.line).dropFirst(mark.column).first
      message =
        letter == "u"
        ? #"lone surrogate in an escape; write a pair as in JSON, or \U0001F600"#
        : "the escape names no Unicode character"
    default: return nil
    }
  }
}
