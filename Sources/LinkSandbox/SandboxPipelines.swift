internal import LinkCore

// Pipelines, as far as they are needed to have links in use: nothing is ever loaded.

extension Sandbox {
  private static let stopped = "Stopped"
  private static let running = "Running"

  func createPipeline(_ pipeline: SQLStatement.CreatePipeline) throws(ServerError) -> ResultSet {
    try SandboxRules.checkName(pipeline.name.name)
    return try write { () throws(ServerError) in
      let database = try existing(pipeline.name.database)
      if try state(of: pipeline.name.name, in: database) != nil {
        let refusal = ServerError.pipelineExists(pipeline.name.name)
        guard pipeline.ifNotExists else { throw refusal }
        return ResultSet(warnings: [refusal.message])
      }
      guard try link(pipeline.link, in: database) != nil else { throw .noSuchLink(pipeline.link) }
      try rows(
        """
        INSERT INTO pipelines (database, name, link, path, target, state)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        .text(database),
        .text(pipeline.name.name),
        .text(pipeline.link),
        .text(pipeline.path),
        .text(pipeline.table),
        .text(Self.stopped)
      )
      return ResultSet()
    }
  }

  func startPipeline(_ pipeline: SQLStatement.Name) throws(ServerError) -> ResultSet {
    try setState(of: pipeline, to: Self.running)
  }

  func stopPipeline(_ pipeline: SQLStatement.Name) throws(ServerError) -> ResultSet {
    try setState(of: pipeline, to: Self.stopped)
  }

  private func setState(
    of pipeline: SQLStatement.Name,
    to state: String
  ) throws(ServerError) -> ResultSet {
    try write { () throws(ServerError) in
      let database = try existing(pipeline.database)
      guard let current = try self.state(of: pipeline.name, in: database) else {
        throw .noSuchPipeline(pipeline.name)
      }
      guard current != state else { throw .pipelineIs(state, pipeline.name) }
      try rows(
        "UPDATE pipelines SET state = ? WHERE database = ? AND name = ?",
        .text(state),
        .text(database),
        .text(pipeline.name)
      )
      return ResultSet()
    }
  }

  func dropPipeline(_ pipeline: SQLStatement.Name) throws(ServerError) -> ResultSet {
    try write { () throws(ServerError) in
      let database = try existing(pipeline.database)
      guard try state(of: pipeline.name, in: database) != nil else {
        throw .noSuchPipeline(pipeline.name)
      }
      try rows(
        "DELETE FROM pipelines WHERE database = ? AND name = ?",
        .text(database),
        .text(pipeline.name)
      )
      return ResultSet()
    }
  }

  private func state(of pipeline: String, in database: String) throws(ServerError) -> String? {
    let sql = "SELECT state FROM pipelines WHERE database = ? AND name = ?"
    return try rows(sql, .text(database), .text(pipeline)).first?.first?.text
  }

  /// The names of the pipelines that load through a link.
  func pipelines(using link: String, in database: String) throws(ServerError) -> [String] {
    let sql = "SELECT name FROM pipelines WHERE database = ? AND link = ? ORDER BY name"
    return try rows(sql, .text(database), .text(link)).compactMap { $0.first?.text }
  }
}

extension SandboxCatalog {
  static let pipelineColumns = ["DATABASE_NAME", "PIPELINE_NAME", "CONFIG_JSON", "STATE"]
}

extension Sandbox {
  /// The rows of `information_schema.PIPELINES`; a file of an older format has none.
  func pipelineRows() throws(ServerError) -> [[String?]] {
    guard try rows("PRAGMA user_version") != [[.integer(1)]] else { return [] }
    let sql = """
      SELECT p.database, p.name, p.state, p.link, p.path, p.target, l.type FROM pipelines p
      JOIN links l ON l.database = p.database AND l.name = p.link ORDER BY p.database, p.name
      """
    return try rows(sql).map { row in
      let cells = row.map { $0.text ?? "" }
      let config: JSONValue = [
        "name": .string(cells[1]), "source_type": .string(cells[6]), "link": .string(cells[3]),
        "connection_string": .string(cells[4]), "table": .string(cells[5]),
        "running": .bool(cells[2] == Self.running),
      ]
      return [cells[0], cells[1], config.canonical, cells[2]]
    }
  }
}
