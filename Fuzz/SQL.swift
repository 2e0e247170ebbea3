internal import LinkCore

/// What the reader finds in SQL it finds again when it is written anew, and nothing that stands in
/// a quoted place ever leaves it.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = bytes(start, count)
  let text = String(decoding: input, as: UTF8.self)
  read(text)
  render(input)
  return 0
}

private func read(_ text: String) {
  let statement = try? SQLReader.statement(in: text)
  guard let tokens = try? SQLReader.tokens(in: text) else {
    require(statement == nil, "a statement without tokens")
    return
  }
  let written = tokens.map(\.written).joined(separator: " ")
  guard let again = try? SQLReader.tokens(in: written) else {
    preconditionFailure("tokens cannot be read again")
  }
  require(again == tokens, "tokens read as others")
}

/// The input as the values of a statement.
private func render(_ input: [UInt8]) {
  let values = input.split(separator: 0xFF, maxSplits: 4, omittingEmptySubsequences: false)
    .map { String(decoding: $0, as: UTF8.self) }
  guard values.count == 5 else { return }
  let address = LinkAddress(database: values[0], name: values[1])
  let names = [address.database, address.name]
  guard names.allSatisfy({ NameRule.problem(of: $0) == nil }),
    !values.contains(where: { $0.utf8.contains(0) })
  else { return }
  let type = LinkType.kafka
  let sql: SQLText = """
    CREATE OR REPLACE LINK \(address) AS \(type) CREDENTIALS \(string: values[2]) CONFIG \
    \(string: values[3]) DESCRIPTION \(string: values[4])
    """
  guard (try? StatementGate.check(sql)) != nil,
    case .createLink(let link)? = try? SQLReader.statement(in: sql.rendered)
  else { preconditionFailure("a statement of our own is refused") }
  let read = [link.name.database, link.name.name, link.credentials.reveal { $0 }, link.config]
  let kept = zip(read + [link.description], values).allSatisfy { read, value in
    read?.isIdentical(to: value) == true
  }
  require(kept, "a value has changed on its way through SQL")
}

extension SQLToken {
  fileprivate var written: String {
    switch self {
    case .word(let text), .number(let text): text
    case .symbol(let scalar): String(scalar)
    case .identifier(let name): quoted(name, "`", escaped: "`")
    case .string(let text): quoted(text, "'", escaped: "'\\")
    }
  }

  private func quoted(_ text: String, _ quote: String, escaped: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if escaped.unicodeScalars.contains(scalar) { result.append(scalar) }
      result.append(scalar)
    }
    return quote + String(result) + quote
  }
}
