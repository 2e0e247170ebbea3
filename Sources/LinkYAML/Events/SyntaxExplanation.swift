internal import LinkCore

/// Says in an author's words what libyaml stumbled over, and where to look.
///
/// No message holds any of the file's text: it might be a password.
struct SyntaxExplanation {
  private let source: SourceText
  private let failure: SyntaxFailure

  init(_ failure: SyntaxFailure, in source: SourceText) {
    self.failure = failure
    self.source = source
  }

  static let missingSpace = "a space is needed after the colon"

  var diagnostic: Diagnostic {
    switch failure.problem {
    case "found character that cannot start any token": strayCharacter
    case "mapping values are not allowed in this context": strayColon
    case "could not find expected ':'": missingColon
    case "did not find expected key", "did not find expected '-' indicator": misplaced
    case "did not find expected <document start>": missingDocumentStart
    case "did not find expected ',' or ']'": unclosed("]")
    case "did not find expected ',' or '}'": unclosed("}")
    case "found unexpected end of stream", "found unexpected document indicator": unclosedQuote
    case "found incompatible YAML document": version
    case "found duplicate %YAML directive":
      finding("%YAML stands twice", rule: .yamlDirective, at: failure.mark)
    case "found unknown directive name":
      finding("only the directive %YAML is known", rule: .yamlDirective, at: lineStart)
    case "did not find expected alphabetic or numeric character":
      finding("a text that begins with '*' or '&' must be quoted", at: contextMark)
    case "found unexpected ':'": missingSpace(at: contextMark)
    case "found undefined tag handle", "did not find expected tag URI", "did not find expected '!'",
      "did not find the expected '>'", "did not find expected whitespace or line break":
      finding(TagPolicy.message(nil), rule: .yamlTag, at: failure.mark)
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      tab
    default: other
    }
  }
}

extension SyntaxExplanation {
  private func finding(_ message: String, rule: Rule = .yamlSyntax, at mark: Mark) -> Diagnostic {
    .form(rule, message, at: source.location(line: mark.line, column: mark.column))
  }

  private var contextMark: Mark { failure.contextMark ?? failure.mark }

  /// Where the line begins whose text libyaml stumbled over.
  private var lineStart: Mark {
    let indentation = source.line(failure.mark.line).prefix { $0 == " " }
    return Mark(line: failure.mark.line, column: indentation.count + 1)
  }

  private var other: Diagnostic {
    let problem = failure.problem
    if let escape = EscapeExplanation(failure, in: source) {
      return finding(escape.message, at: escape.mark)
    }
    let known = Self.messages.first { $0.problem == problem }
    return finding(known?.message ?? "not YAML (libyaml: \(problem))", at: failure.mark)
  }

  private static let messages: [(problem: String, message: String)] = [
    (
      "block sequence entries are not allowed in this context",
      "a list cannot begin here; put its '- ' on a line of its own"
    ),
    ("mapping keys are not allowed in this context", "a key cannot begin here"),
    (
      "did not find expected node content",
      "a value is missing here, or one that begins with a special character needs quotes"
    ),
    (
      "did not find expected comment or line break",
      "only a comment may follow here; the text of a block begins on the next line"
    ),
    (
      "found an indentation indicator equal to 0",
      "the indentation of a block cannot be 0"
    ),
    ("could not find expected directive name", "a text that begins with '%' must be quoted"),
  ]

  private var tab: Diagnostic {
    finding(TabCheck.message, rule: .tabIndentation, at: failure.mark)
  }

  private var version: Diagnostic {
    let words = source.line(failure.mark.line).split { $0 == " " || $0 == "\t" }
    let number = words.dropFirst().first.map { String(String.UnicodeScalarView($0)) } ?? ""
    let isNumber = number.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    let shown = isNumber && number.utf8.count <= 8 ? "YAML \(number)" : "this version of YAML"
    return finding(
      "\(shown) is not supported; write %YAML 1.2",
      rule: .yamlDirective,
      at: failure.mark
    )
  }

  private var strayCharacter: Diagnostic {
    let line = source.line(failure.mark.line).dropFirst(failure.mark.column - 1)
    switch line.first {
    case "\t"?: return tab
    case let character? where "@`%|>".unicodeScalars.contains(character):
      return finding("a text that begins with '\(character)' must be quoted", at: failure.mark)
    default: return finding("a text cannot begin like this without quotes", at: failure.mark)
    }
  }
}

extension SyntaxExplanation {
  /// A colon where no key can be: a key above lacks its space, a value holds one, or the line is
  /// indented as if it went on with the value above.
  private var strayColon: Diagnostic {
    if let mark = keyWithoutSpace(above: failure.mark.line) { return missingSpace(at: mark) }
    let before = source.line(failure.mark.line).prefix(failure.mark.column - 1)
    if let colon = before.indices.dropLast().first(where: {
      before[$0] == ":" && before[$0 + 1] == " "
    }) {
      return strayColon(in: before[(colon + 1)...].drop { $0 == " " })
    }
    let message = "wrong indentation: a key cannot stand below a value; or a value needs quotes"
    return finding(message, at: lineStart)
  }

  /// A colon within a value, of which the text up to the colon is given.
  private func strayColon(in value: ArraySlice<Unicode.Scalar>) -> Diagnostic {
    if let first = value.first, "\u{2018}\u{2019}\u{201C}\u{201D}".unicodeScalars.contains(first) {
      let mark = Mark(line: failure.mark.line, column: value.startIndex + 1)
      return finding(
        "the typographic quote \(first.codePoint) quotes nothing here; use ' or \", or write a map",
        at: mark
      )
    }
    let isReference = ["env", "file", "value"].contains { value.elementsEqual($0.unicodeScalars) }
    let advice = isReference ? "; a reference stands in braces: { env: NAME }" : ""
    return finding("a value that holds ': ' must be quoted\(advice)", at: failure.mark)
  }

  private var missingColon: Diagnostic {
    let mark = contextMark
    if keyWithoutSpace(onLine: mark.line) == mark { return missingSpace(at: mark) }
    return finding("a colon is missing here, or the line is wrongly indented", at: mark)
  }

  private func missingSpace(at mark: Mark) -> Diagnostic {
    finding(Self.missingSpace, at: mark)
  }

  /// The topmost of the keys without space that stand right above a line.
  private func keyWithoutSpace(above line: Int) -> Mark? {
    var found = keyWithoutSpace(onLine: line)
    var above = line - 1
    while above > 0 {
      defer { above -= 1 }
      if source.line(above).allSatisfy({ $0 == " " }) { continue }
      guard let mark = keyWithoutSpace(onLine: above) else { break }
      found = mark
    }
    return found
  }

  /// Where a line begins like `name:value`, perhaps behind list markers.
  private func keyWithoutSpace(onLine line: Int) -> Mark? {
    let text = source.line(line)
    let indented = text.drop { $0 == " " || $0 == "-" }
    let behindKey = indented.drop {
      $0.properties.isAlphabetic || "_.-0123456789".unicodeScalars.contains($0)
    }
    guard behindKey.startIndex > indented.startIndex, behindKey.first == ":",
      let next = behindKey.dropFirst().first, next != " ", next != "\t", next != "/"
    else { return nil }
    return Mark(line: line, column: indented.startIndex + 1)
  }
}

extension SyntaxExplanation {
  private var misplaced: Diagnostic {
    let before = source.line(failure.mark.line).prefix(failure.mark.column - 1)
    switch before.last(where: { $0 != " " }) {
    case "\""?, "'"?:
      return finding(
        "only a comment may follow a closing quote; is a quote inside the text not escaped?",
        at: failure.mark
      )
    case "]"?, "}"?: return finding("only a comment may follow a closing bracket", at: failure.mark)
    default:
      let message = "wrong indentation: this line does not line up with those above"
      return finding(message, at: failure.mark)
    }
  }

  private var missingDocumentStart: Diagnostic {
    let above = (1..<max(failure.mark.line, 1)).last { !source.line($0).allSatisfy { $0 == " " } }
    let start = above.map { source.line($0).prefix(3) } ?? []
    if start.elementsEqual("...".unicodeScalars) { return TreeBuilder.severalDocuments(at: place) }
    guard start.first == "%" else { return misplaced }
    return finding("'---' is missing behind the directives", rule: .yamlDirective, at: failure.mark)
  }

  private var place: SourceLocation {
    source.location(line: failure.mark.line, column: failure.mark.column)
  }

  private func unclosed(_ closing: Unicode.Scalar) -> Diagnostic {
    let opening = contextMark
    if opening.line == failure.mark.line {
      return finding("expected ',' or '\(closing)' here", at: failure.mark)
    }
    let line = failure.mark.line
    let message = "the bracket opened here is not closed, or a ',' is missing before line \(line)"
    return finding(message, at: opening)
  }

  private var unclosedQuote: Diagnostic {
    finding("the quote opened here is never closed", at: contextMark)
  }
}
