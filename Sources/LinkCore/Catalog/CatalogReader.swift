/// Reads a server's catalog with plain SELECT statements.
package struct CatalogReader {
  private let server: any Server
  private let product: String

  package init(_ server: any Server, product: String) {
    self.server = server
    self.product = product
  }

  /// The links of some databases as they are now; secrets that somebody put into CONFIG are
  /// redacted at once.
  package func read(databases: [String]) throws(ServerError) -> Snapshot {
    let version = try server.query("SELECT @@memsql_version").rows.first?.first ?? nil
    let columns = try linkColumns()
    let links = try databases.isEmpty ? [] : links(of: databases, columns: columns)
    return Snapshot(
      takenAt: nil,
      server: Snapshot.Server(
        product: product,
        version: version ?? "",
        capabilities: Capability.assumed(version: version ?? "", linkColumns: columns)
      ),
      databases: databases,
      isComplete: true,
      links: links,
      pipelines: []
    )
  }

  private func linkColumns() throws(ServerError) -> Set<String> {
    let sql: SQLText = """
      SELECT COLUMN_NAME FROM information_schema.COLUMNS \
      WHERE TABLE_SCHEMA = \(string: "information_schema") AND TABLE_NAME = \(string: "LINKS")
      """
    let result = try server.query(sql.rendered)
    return Set(result.rows.compactMap { $0.first ?? nil }.map(\.uppercasedASCII))
  }

  private func links(
    of databases: [String],
    columns: Set<String>
  ) throws(ServerError) -> [CatalogLink] {
    let wanted = ["DATABASE_NAME", "LINK", "TYPE", "DESCRIPTION", "CONFIG"]
      .filter { $0 != "CONFIG" || columns.contains($0) }
    let sql: SQLText = """
      SELECT \(words: wanted) FROM information_schema.LINKS \
      WHERE DATABASE_NAME IN (\(strings: databases))
      """
    let result = try server.query(sql.rendered)
    let names = result.columns.map(\.uppercasedASCII)
    var links: [CatalogLink] = []
    for row in result.rows {
      let cells = Dictionary(zip(names, row), uniquingKeysWith: { first, _ in first })
      links.append(try CatalogLink(cells))
    }
    return links
  }
}

extension CatalogLink {
  /// A row of `information_schema.LINKS`, cells by column name.
  fileprivate convenience init(_ cells: [String: String?]) throws(ServerError) {
    guard let database = cells["DATABASE_NAME"] ?? nil, let name = cells["LINK"] ?? nil,
      let type = cells["TYPE"] ?? nil
    else {
      throw ServerError(
        code: 0,
        sqlState: "HY000",
        message: "information_schema.LINKS gave a row without DATABASE_NAME, LINK or TYPE"
      )
    }
    let description = cells["DESCRIPTION"] ?? nil
    self.init(
      address: LinkAddress(database: database, name: name),
      type: type.uppercasedASCII,
      description: description?.isEmpty == true ? nil : description,
      tag: nil,
      config: Config(column: cells["CONFIG"], of: LinkType.named(type))
    )
  }
}

extension CatalogLink.Config {
  /// The cell of the column CONFIG; `.none` where there is no such column.
  fileprivate init(column cell: String??, of type: LinkType?) {
    guard let cell else {
      self = .unreadable
      return
    }
    guard let text = cell, !text.isEmpty else {
      self = .readable(nil)
      return
    }
    guard let value = try? JSONValue(reading: text), value.members != nil else {
      self = .unreadable
      return
    }
    self = .readable(LinkType.redacting(value, of: type))
  }
}
