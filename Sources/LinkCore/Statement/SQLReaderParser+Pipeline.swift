// CREATE PIPELINE [IF NOT EXISTS] [db.]name AS LOAD DATA LINK link 'path' INTO TABLE table,
// START | STOP PIPELINE [db.]name

extension SQLReaderParser {
  /// The least that makes a pipeline which uses a link; whether a link of another database can be
  /// named is documented nowhere, so that it cannot.
  mutating func createPipeline() throws(SQLReaderError) -> SQLStatement.CreatePipeline {
    let ifNotExists = try takeIfNotExists()
    let name = try qualifiedName()
    for word in ["AS", "LOAD", "DATA", "LINK"] { try expect(word) }
    let link = try self.name()
    let path = try text()
    try expect("INTO")
    try expect("TABLE")
    return SQLStatement.CreatePipeline(
      ifNotExists: ifNotExists,
      name: name,
      link: link,
      path: path,
      table: try self.name()
    )
  }

  mutating func pipelineName() throws(SQLReaderError) -> SQLStatement.Name {
    try expect("PIPELINE")
    return try qualifiedName()
  }
}
