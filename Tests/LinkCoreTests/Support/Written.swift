import LinkCore

/// A piece of a YAML document as a test writes it: a text is a plain scalar, as without quotes.
indirect enum Written: ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  case plain(String)
  case quoted(String)
  case list([Written])
  case map([(String, Written)])

  init(stringLiteral text: String) { self = .plain(text) }
  init(arrayLiteral items: Written...) { self = .list(items) }
  init(dictionaryLiteral entries: (String, Written)...) { self = .map(entries) }

  /// With each key and each value on a line of its own, counted from 1 in the order of writing.
  var node: Node {
    var line = 0
    return node(&line)
  }

  private func node(_ line: inout Int) -> Node {
    line += 1
    let place = Mark(line: line, column: 1)
    switch self {
    case .plain(let text):
      return Node(.scalar(.init(text: text, isPlain: true)), start: place, end: place)
    case .quoted(let text):
      return Node(.scalar(.init(text: text, isPlain: false)), start: place, end: place)
    case .list(let items):
      return Node(.sequence(items.map { $0.node(&line) }), start: place, end: place)
    case .map(let entries):
      let nodes = entries.map { key, value in
        line += 1
        let place = Mark(line: line, column: 1)
        let scalar = Node.Scalar(text: key, isPlain: true)
        return Node.Entry(scalar, from: place, to: place, value: value.node(&line))
      }
      return Node(.mapping(nodes), start: place, end: place)
    }
  }
}

extension Node {
  /// As JSON, to be compared; a plain scalar by what it means.
  var json: JSONValue {
    switch content {
    case .scalar(let scalar): ScalarValue(scalar).json
    case .sequence(let items): .array(items.map(\.json))
    case .mapping(let entries): .object(entries.map { .init($0.key, $0.value.json) })
    }
  }
}

/// A manifest's links as they are wanted in an environment.
func desired(
  _ written: Written,
  environment: String = "default",
  values: [JSONValue.Member] = [],
  declared: [String]? = nil
) -> (links: [DesiredLink], findings: [Diagnostic]) {
  let (manifest, found) = Manifest.read(written.node, file: "a.yaml")
  let (links, more) = desired(
    manifest.map { [$0] } ?? [],
    environment: environment,
    values: values,
    declared: declared
  )
  return (links, found + more)
}

/// The links of several manifests.
func desired(
  _ manifests: [Manifest],
  environment: String = "default",
  values: [JSONValue.Member] = [],
  declared: [String]? = nil
) -> (links: [DesiredLink], findings: [Diagnostic]) {
  let reader = DesiredLinksReader(
    values: EnvironmentValues(environment: environment, values: values),
    declaredEnvironments: declared
  )
  let read = manifests.map(reader.read)
  let (state, duplicates) = DesiredState.merging(read, environment: environment)
  return (state.links, read.flatMap(\.findings) + duplicates)
}
