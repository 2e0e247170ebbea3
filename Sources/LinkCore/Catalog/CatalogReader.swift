/// Reads a server's catalog with statements that change nothing.
package struct CatalogReader {
  let server: any ReadableServer
  private let product: String

  package init(_ server: any ReadableServer, product: String) {
    self.server = server
    self.product = product
  }

  /// The links of some databases as they are now, with the pipelines that use them; secrets that
  /// somebody put into CONFIG are redacted at once.
  package func read(_ scope: CatalogScope) throws(ServerError) -> Snapshot {
    let version = try version()
    let columns = try linkColumns()
    var links: [CatalogLink] = []
    if !scope.databases.isEmpty {
      links = try self.links(
        where: "DATABASE_NAME IN (\(strings: scope.databases))",
        declared: scope.declared,
        columns: columns
      )
    }
    let pipelines = try pipelines(using: links, in: scope)
    return Snapshot(
      takenAt: nil,
      server: Snapshot.Server(
        product: product,
        version: version,
        capabilities: Capability.assumed(
          version: version,
          showsConfig: columns.contains("CONFIG")
        ).union(try previews(version))
      ),
      databases: scope.databases,
      isComplete: true,
      links: links,
      pipelines: pipelines
    )
  }

  /// What of the catalog has to do with one link, seen by a server that is known from before: one
  /// statement, one more where CONFIG is not among the columns, and one for the pipelines.
  package func read(
    _ link: LinkAddress,
    withPipelines: Bool,
    knowing server: Snapshot.Server
  ) throws(ServerError) -> Snapshot {
    let showsConfig = server.capabilities.contains(.linksConfig)
    let links = try links(
      where: "DATABASE_NAME = \(string: link.database) AND LINK = \(string: link.name)",
      declared: [link],
      columns: showsConfig ? ["CONFIG"] : []
    )
    let scope = CatalogScope(databases: [link.database], declared: [link])
    return Snapshot(
      takenAt: nil,
      server: server,
      databases: [link.database],
      isComplete: true,
      links: links,
      pipelines: withPipelines ? try pipelines(using: links, in: scope) : .none
    )
  }

  /// As the server has told it, or tells it now.
  private func version() throws(ServerError) -> String {
    if let known = server.version { return known }
    return try server.cell("SELECT @@memsql_version") ?? ""
  }

  func linkColumns() throws(ServerError) -> Set<String> {
    let sql: SQLText = """
      SELECT COLUMN_NAME FROM information_schema.COLUMNS \
      WHERE TABLE_SCHEMA = \(string: "information_schema") AND TABLE_NAME = \(string: "LINKS")
      """
    let result = try server.ask(Question(sql))
    return Set(result.rows.compactMap { $0.first ?? nil }.map(\.uppercasedASCII))
  }

  /// The types that this version has as a preview, and that are switched on.
  private func previews(_ version: String) throws(ServerError) -> Set<Capability> {
    guard let version = ServerVersion(version) else { return [] }
    var capabilities: Set<Capability> = []
    for type in LinkType.all {
      guard let since = type.since, let preview = since.preview, version >= preview.version,
        version < since.version
      else { continue }
      let cell = try server.answer("SELECT \(words: ["@@" + preview.variable])")?.rows.first?.first
      guard let cell, let value = cell else { continue }
      if ["1", "ON", "TRUE"].contains(value.uppercasedASCII) {
        capabilities.insert(preview.capability)
      }
    }
    return capabilities
  }
}
