internal import LinkCore

/// A step of libyaml through a document, as a value.
struct Event {
  enum Kind {
    case streamStart
    case streamEnd
    case documentStart(hasTagDirectives: Bool)
    case documentEnd
    case alias
    case scalar(String, Style)
    case sequenceStart(isFlow: Bool)
    case sequenceEnd
    case mappingStart(isFlow: Bool)
    case mappingEnd
    case failure(SyntaxFailure)
  }

  enum Style {
    case plain
    case doubleQuoted
    case other
  }

  let kind: Kind
  let start: Mark
  let end: Mark
  var hasAnchor = false
  var hasTag = false
}

/// What libyaml says where it cannot go on.
struct SyntaxFailure {
  let problem: String
  /// Where it noticed the problem.
  let mark: Mark
  /// Where the construct began that it was reading.
  let contextMark: Mark?
}
