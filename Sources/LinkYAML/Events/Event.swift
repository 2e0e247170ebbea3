internal import LinkCore

/// A step of libyaml through a document, as a value.
struct Event: ~Copyable {
  enum Kind: ~Copyable {
    case streamStart
    case streamEnd
    case documentStart(hasTagDirectives: Bool)
    case documentEnd
    case alias
    case scalar(String, Style)
    case sequenceStart(isFlow: Bool)
    case mappingStart(isFlow: Bool)
    case collectionEnd
    case failure(SyntaxFailure)
  }

  enum Style {
    case plain
    case doubleQuoted
    case other
  }

  /// Where it stands, and whether an anchor or a tag stands before it.
  struct Span {
    let start: Mark
    let end: Mark
    var hasAnchor = false
    var hasTag = false
  }

  let kind: Kind
  let span: Span
}

/// What libyaml says where it cannot go on.
struct SyntaxFailure {
  let problem: String
  /// Where it noticed the problem.
  let mark: Mark
  /// Where the construct began that it was reading.
  let contextMark: Mark?
}
