internal import CYAML
internal import LinkCore

/// Reads a document event by event, so that its reader can stop at any of them.
struct EventReader: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let isReady: Bool
  private let shifts: ColumnShifts
  private var texts = TextCache()

  /// Reads bytes that are UTF-8 without a byte-order mark.
  init(_ bytes: some Collection<UInt8>, shifts: ColumnShifts = ColumnShifts()) {
    input = .allocate(capacity: bytes.count)
    _ = input.initialize(fromContentsOf: bytes)
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    isReady = yaml_parser_initialize(parser) == 1
    self.shifts = shifts
    guard isReady else { return }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    if isReady { yaml_parser_delete(parser) }
    parser.deallocate()
    input.deallocate()
  }

  /// The next event; behind a failure or the stream's end there is no other.
  mutating func next() -> Event {
    var event = yaml_event_t()
    guard isReady, yaml_parser_parse(parser, &event) == 1 else { return failure() }
    defer { yaml_event_delete(&event) }
    return Event(
      kind: kind(of: event),
      span: Event.Span(
        start: place(event.start_mark),
        end: place(event.end_mark),
        hasAnchor: event.hasAnchor,
        hasTag: event.hasTag
      )
    )
  }

  private mutating func kind(of event: yaml_event_t) -> Event.Kind {
    guard event.type == YAML_SCALAR_EVENT else { return event.kind }
    let scalar = event.data.scalar
    let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    return .scalar(texts.text(bytes), event.style)
  }

  private func failure() -> Event {
    let state = parser.pointee
    let failure = SyntaxFailure(
      problem: state.problem.map { String(cString: $0) } ?? "",
      mark: place(state.problem_mark),
      contextMark: state.context == nil ? nil : place(state.context_mark)
    )
    return Event(
      kind: .failure(failure),
      span: Event.Span(start: failure.mark, end: failure.mark)
    )
  }

  private func place(_ mark: yaml_mark_t) -> Mark {
    shifts.original(Mark(line: Int(mark.line) + 1, column: Int(mark.column) + 1))
  }
}

extension yaml_event_t {
  /// What it is if it is no scalar.
  fileprivate var kind: Event.Kind {
    switch type {
    case YAML_STREAM_END_EVENT: .streamEnd
    case YAML_DOCUMENT_START_EVENT: .documentStart(hasTagDirectives: hasTagDirectives)
    case YAML_DOCUMENT_END_EVENT: .documentEnd
    case YAML_ALIAS_EVENT: .alias
    case YAML_SEQUENCE_START_EVENT:
      .sequenceStart(isFlow: data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE)
    case YAML_MAPPING_START_EVENT:
      .mappingStart(isFlow: data.mapping_start.style == YAML_FLOW_MAPPING_STYLE)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: .collectionEnd
    case YAML_NO_EVENT: .streamEnd
    default: .streamStart
    }
  }

  fileprivate var hasAnchor: Bool {
    switch type {
    case YAML_SCALAR_EVENT: data.scalar.anchor != nil
    case YAML_SEQUENCE_START_EVENT: data.sequence_start.anchor != nil
    case YAML_MAPPING_START_EVENT: data.mapping_start.anchor != nil
    default: false
    }
  }

  fileprivate var hasTag: Bool {
    switch type {
    case YAML_SCALAR_EVENT: data.scalar.tag != nil
    case YAML_SEQUENCE_START_EVENT: data.sequence_start.tag != nil
    case YAML_MAPPING_START_EVENT: data.mapping_start.tag != nil
    default: false
    }
  }

  private var hasTagDirectives: Bool {
    data.document_start.tag_directives.start != data.document_start.tag_directives.end
  }

  fileprivate var style: Event.Style {
    switch data.scalar.style {
    case YAML_PLAIN_SCALAR_STYLE: .plain
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    default: .other
    }
  }
}
