internal import LinkCore

/// Builds the tree of nodes from events, and refuses what YAML has and manifests have not.
///
/// Goes on behind a finding wherever the events make sense, so that all come in one pass.
struct TreeBuilder: ~Copyable {
  private let source: SourceText
  private(set) var findings: Findings
  private var root: Node?
  /// Whether the tree lacks something that stands in the file.
  private var hasGap = false
  /// Entries whose key stood before; they are no part of the tree.
  private(set) var duplicates: [PlacedEntry] = []
  private var frames: [Frame] = []
  private var pieces = NodeStack()
  private var documentCount = 0

  init(_ source: SourceText, findings: Findings) {
    self.source = source
    self.findings = findings
  }

  /// The tree, where nothing is missing in it.
  var tree: Node? { hasGap ? nil : root }

  mutating func read(_ reader: consuming EventReader) {
    while take(reader.next()) {}
  }

  /// Takes an event; `false` where reading ends.
  private mutating func take(_ event: consuming Event) -> Bool {
    let span = event.span
    checkProperties(span)
    switch consume event.kind {
    case .streamStart: break
    case .documentEnd: break
    case .streamEnd:
      finish()
      return false
    case .failure(let failure):
      addGap(SyntaxExplanation(failure, in: source).diagnostic)
      return false
    case .documentStart(let hasTagDirectives):
      return begin(span, hasTagDirectives: hasTagDirectives)
    case .alias:
      addGap(.form(.yamlAnchor, Self.aliasMessage, at: place(span.start)))
      put(Node.Scalar(text: "", isPlain: true), span)
    case .scalar(let text, let style): put(scalar(text, style, span), span)
    case .sequenceStart(let isFlow): return open(.sequence, isFlow: isFlow, span)
    case .mappingStart(let isFlow): return open(.mapping, isFlow: isFlow, span)
    case .collectionEnd: close(span)
    }
    return true
  }
}

extension TreeBuilder {
  private static let aliasMessage =
    "anchors and aliases are not allowed in manifests; quote a text that begins with '*'"
  private static let anchorMessage =
    "anchors and aliases are not allowed in manifests; quote a text that begins with '&'"

  private func place(_ mark: Mark) -> SourceLocation {
    SourceLocation(file: source.file, mark)
  }

  private mutating func addGap(_ finding: Diagnostic) {
    findings.add(finding)
    hasGap = true
  }

  private mutating func begin(_ span: Event.Span, hasTagDirectives: Bool) -> Bool {
    documentCount += 1
    if documentCount > 1 {
      addGap(Self.severalDocuments(at: place(span.start)))
      return false
    }
    if hasTagDirectives { reportTagDirectives(from: span.start.line) }
    return true
  }

  static func severalDocuments(at place: SourceLocation) -> Diagnostic {
    let message = "several documents in one file; put each in a file of its own"
    return .form(.severalDocuments, message, at: place)
  }

  private mutating func reportTagDirectives(from first: Int) {
    var line = first
    while line <= source.lineCount, !source.bytes(ofLine: line, startWith: "---") {
      if source.bytes(ofLine: line, startWith: "%TAG") {
        let place = source.location(line: line, column: 1)
        addGap(.form(.yamlDirective, "%TAG directives are not allowed", at: place))
      }
      line += 1
    }
  }

  private mutating func checkProperties(_ span: Event.Span) {
    guard span.hasAnchor || span.hasTag else { return }
    hasGap = true
    if findings.onlyCounts() { return }
    let start = place(span.start)
    let properties = NodeProperties(at: span.start, in: source)
    if span.hasAnchor {
      findings.add(.form(.yamlAnchor, Self.anchorMessage, at: properties.anchor ?? start))
    }
    if span.hasTag {
      let message = TagPolicy.message(properties.tag?.text)
      findings.add(.form(.yamlTag, message, at: properties.tag?.place ?? start))
    }
  }

  private mutating func finish() {
    let isEmpty = root?.scalar?.text.isEmpty == true && root?.start == root?.end
    guard documentCount == 0 || isEmpty else { return }
    let message = "no document: the file is empty or holds only comments"
    addGap(.form(.emptyDocument, message, at: source.location(line: 1, column: 1)))
  }
}

extension TreeBuilder {
  /// A scalar; only escapes of double quotes can bring in what the bytes do not show.
  private mutating func scalar(
    _ text: consuming String,
    _ style: Event.Style,
    _ span: Event.Span
  ) -> Node.Scalar {
    if style == .doubleQuoted, let forbidden = text.unicodeScalars.first(where: \.isForbidden) {
      let message =
        "\(forbidden.forbiddenName), shown as \(String(forbidden).shown), is not allowed"
      addGap(.form(.controlCharacter, message, at: place(span.start)))
    }
    return Node.Scalar(text: text, isPlain: style == .plain)
  }

  private mutating func open(_ kind: Frame.Kind, isFlow: Bool, _ span: Event.Span) -> Bool {
    guard frames.count < YAMLParser.maximumDepth else {
      let message = "nested deeper than \(YAMLParser.maximumDepth)"
      addGap(.form(.tooDeep, message, at: place(span.start)))
      return false
    }
    frames.append(Frame(kind, isFlow: isFlow, start: span.start, among: pieces))
    return true
  }

  private mutating func close(_ span: Event.Span) {
    guard let frame = frames.popLast() else { return }
    put(frame.node(closedAt: span.end, of: &pieces))
  }

  private mutating func put(_ scalar: consuming Node.Scalar, _ span: Event.Span) {
    if let last = frames.indices.last, frames[last].expectsKey {
      putKey(scalar, span, in: last)
    } else {
      put(Node(.scalar(scalar), start: span.start, end: span.end))
    }
  }

  private mutating func put(_ node: consuming Node) {
    guard let last = frames.indices.last else {
      root = node
      return
    }
    if frames[last].expectsKey { return refuseKey(node, in: last) }
    guard let oddity = frames[last].add(node, to: &pieces) else { return }
    if let start = oddity.missingSpace {
      addGap(.form(.yamlSyntax, SyntaxExplanation.missingSpace, at: place(start)))
    }
    if let stray = oddity.stray, duplicates.count <= Self.mostDuplicates {
      duplicates.append(PlacedEntry(path: pathOfLastFrame, entry: stray))
      if duplicates.count > Self.mostDuplicates { hasGap = true }
    }
  }

  private var pathOfLastFrame: [String] {
    var path: [String] = []
    for frame in frames.dropLast() { path.append(frame.component(among: pieces)) }
    return path
  }

  private static let mergeKey =
    "merge key '<<' is not allowed; what all links of a file share stands in 'defaults'"
  private static let notAKey = "a key must be a text, not a list or a map"
  private static let template =
    "'{{ … }}' is not expanded here; a secret is { env: NAME }, and a text with braces needs quotes"

  /// With more than these nobody wants to read on.
  private static let mostDuplicates = 100

  private mutating func putKey(
    _ scalar: consuming Node.Scalar,
    _ span: Event.Span,
    in last: Int
  ) {
    let first = frames[last].place(ofKey: scalar.text, among: pieces)
    if scalar.isPlain, scalar.text.isIdentical(to: "<<") {
      addGap(.form(.mergeKey, Self.mergeKey, at: place(span.start)))
    } else if let first, !findings.onlyCounts() {
      findings.add(Self.duplicate(scalar.text, at: place(span.start), first: place(first)))
    }
    frames[last].key = Frame.Key(
      scalar: scalar,
      start: span.start,
      end: span.end,
      isDuplicate: first != nil
    )
  }

  private mutating func refuseKey(_ node: Node, in last: Int) {
    let isTemplate = node.entries != nil && frames[last].opensRight(before: node)
    addGap(.form(.yamlSyntax, isTemplate ? Self.template : Self.notAKey, at: place(node.start)))
    let none = Node.Scalar(text: "", isPlain: false)
    frames[last].key = Frame.Key(
      scalar: none,
      start: node.start,
      end: node.end,
      isDuplicate: false
    )
  }
}

extension TreeBuilder {
  private static func duplicate(
    _ key: String,
    at place: SourceLocation,
    first: SourceLocation
  ) -> Diagnostic {
    let message = "duplicate key '\(key.shownShort)'; it stands first at \(first)"
    return .form(.duplicateKey, message, at: place, related: first)
  }
}

extension SourceText {
  fileprivate func bytes(ofLine line: Int, startWith prefix: String) -> Bool {
    bytes[bytes(ofLine: line)].starts(with: prefix.utf8)
  }
}

extension String {
  /// This text for a finding's message, cut where it is long.
  fileprivate var shownShort: String {
    let kept = unicodeScalars.prefix(64)
    let text = String(String.UnicodeScalarView(kept)).shown
    return kept.endIndex == unicodeScalars.endIndex ? text : text + "…"
  }
}
