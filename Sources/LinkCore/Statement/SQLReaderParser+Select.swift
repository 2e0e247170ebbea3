// SELECT column | *, … [FROM schema.table [WHERE column = 'value' | column IN ('value', …) [AND …]]]

extension SQLReaderParser {
  mutating func select() throws(SQLReaderError) -> SQLStatement.Select {
    let columns = try list { parser throws(SQLReaderError) in try parser.column() }
    guard take("FROM") else {
      if columns.contains(.all) { throw expected("FROM") }
      return SQLStatement.Select(columns: columns, table: nil, conditions: [])
    }
    let table = try qualifiedName()
    var conditions: [SQLStatement.Condition] = []
    if take("WHERE") {
      repeat { conditions.append(try condition()) } while take("AND")
    }
    return SQLStatement.Select(columns: columns, table: table, conditions: conditions)
  }

  private mutating func column() throws(SQLReaderError) -> SQLStatement.Column {
    let start = position
    if takeMark("*") { return .all }
    if case .word(let word) = next, word.hasPrefix("@") { return .variable(takeSpelling()) }
    let name = try name()
    guard name.uppercasedASCII == "LENGTH", takeMark("(") else { return .named(name) }
    let text = try text()
    try expectMark(")")
    return .length(of: text, heading: spelling(from: start))
  }

  private mutating func condition() throws(SQLReaderError) -> SQLStatement.Condition {
    let column = try name()
    if takeMark("=") { return SQLStatement.Condition(column: column, values: [try text()]) }
    guard take("IN") else { throw expected("= or IN") }
    try expectMark("(")
    let values = try list { parser throws(SQLReaderError) in try parser.text() }
    guard takeMark(")") else { throw expected(", or )") }
    return SQLStatement.Condition(column: column, values: values)
  }

  private mutating func list<Item>(
    of item: (inout SQLReaderParser) throws(SQLReaderError) -> Item
  ) throws(SQLReaderError) -> [Item] {
    var items: [Item] = []
    repeat { items.append(try item(&self)) } while takeMark(",")
    return items
  }
}
