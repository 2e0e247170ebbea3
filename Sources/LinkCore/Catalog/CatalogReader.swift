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
  ///
  /// What is known of the server is not asked for again while its version is the same.
  package func read(
    _ scope: CatalogScope,
    knowing known: Snapshot.Server? = nil
  ) throws(ServerError) -> Snapshot {
    let server = try described(knowing: known)
    var links: [CatalogLink] = []
    if !scope.databases.isEmpty {
      links = try self.links(
        where: "DATABASE_NAME IN (\(strings: scope.databases))",
        declared: scope.declared,
        showsConfig: server.capabilities.contains(.linksConfig)
      )
    }
    let pipelines = try pipelines(using: links, in: scope)
    return Snapshot(
      takenAt: nil,
      server: server,
      databases: scope.databases,
      isComplete: true,
      links: links,
      pipelines: pipelines
    )
  }

  /// What of the catalog has to do with some links, seen by a server that is known from before: one
  /// statement, one a link where CONFIG is not among the columns, and one for the pipelines.
  package func read(
    _ links: [LinkAddress],
    withPipelines: Bool,
    knowing server: Snapshot.Server
  ) throws(ServerError) -> Snapshot {
    let names = { (of: (LinkAddress) -> String) in
      Set(links.map { ExactText(of($0)) }).sorted().map(\.text)
    }
    let databases = names(\.database)
    let wanted = Set(links)
    let found = try self.links(
      where: "DATABASE_NAME IN (\(strings: databases)) AND LINK IN (\(strings: names(\.name)))",
      declared: wanted,
      showsConfig: server.capabilities.contains(.linksConfig)
    )
    let scope = CatalogScope(databases: databases, declared: wanted)
    return Snapshot(
      takenAt: nil,
      server: server,
      databases: databases,
      isComplete: true,
      links: found,
      pipelines: withPipelines ? try pipelines(using: found, in: scope) : .none
    )
  }

  private func described(
    knowing known: Snapshot.Server?
  ) throws(ServerError) -> Snapshot.Server {
    let version = try version()
    if let known, known.version == version { return known }
    let capabilities = Capability.assumed(
      version: version,
      showsConfig: try linkColumns().contains("CONFIG")
    )
    return Snapshot.Server(
      product: product,
      version: version,
      capabilities: capabilities.union(try previews(version))
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
