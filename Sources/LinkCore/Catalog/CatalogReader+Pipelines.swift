extension CatalogReader {
  private static let pipelineColumns = ["DATABASE_NAME", "PIPELINE_NAME", "STATE", "CONFIG_JSON"]

  /// The pipelines that use one of these links, or links of these databases that cannot be seen;
  /// those of other databases may, too.
  func pipelines(
    using links: [CatalogLink],
    in scope: CatalogScope
  ) throws(ServerError) -> Snapshot.Pipelines {
    guard scope.holdsPipelines else { return .unknown }
    guard !links.isEmpty else { return .none }
    let columns = Self.pipelineColumns
    let sql: SQLText = "SELECT \(words: columns) FROM information_schema.PIPELINES"
    guard let answer = try server.answer(sql) else { return .unknown }
    let table = try CatalogTable(answer, of: "information_schema.PIPELINES", needing: columns)
    let addresses = Set(links.map(\.address))
    let watched = Set(scope.databases.map(ExactText.init))
    var found: [Snapshot.Pipeline] = []
    var isComplete = true
    for row in table.rows {
      guard let database = row["DATABASE_NAME"], let name = row["PIPELINE_NAME"],
        let config = PipelineConfig(row["CONFIG_JSON"])
      else {
        isComplete = false
        continue
      }
      guard let link = config.link(from: database, among: addresses),
        watched.contains(ExactText(link.database))
      else { continue }
      let state = row["STATE"] ?? "unknown"
      found.append(.init(database: database, name: name, state: state, link: link))
    }
    return Snapshot.Pipelines(known: found, isComplete: isComplete)
  }
}

/// What of a pipeline's CONFIG_JSON may name a link; the rest, which can hold credentials, is let
/// go of at once.
///
/// The key is documented nowhere.
private struct PipelineConfig {
  /// What `link` holds.
  private let link: String?
  /// What the pipeline connects to, which may be a link's name.
  private let connection: String?

  /// `nil` where it is hidden, or no JSON object.
  init?(_ text: String?) {
    guard let text, let value = try? JSONValue(reading: text), value.members != nil else {
      return nil
    }
    link = value["link"]?.text
    connection = value["connection_string"]?.text ?? value["connection"]?.text
  }

  /// The link that it names; where `link` names one that cannot be seen, that one.
  func link(from database: String, among links: Set<LinkAddress>) -> LinkAddress? {
    if let link, !link.isEmpty {
      let named = Self.addresses(link, from: database)
      return named.first(where: links.contains) ?? named.first
    }
    guard let connection else { return nil }
    return Self.addresses(connection, from: database).first(where: links.contains)
  }

  /// What a text may name: a link of the pipeline's own database, one with its database in front,
  /// both also in backticks and behind the word LINK.
  private static func addresses(_ text: String, from database: String) -> [LinkAddress] {
    var addresses = [LinkAddress(database: database, name: text)]
    if let dot = text.firstIndex(of: ".") {
      let name = String(text[text.index(after: dot)...])
      addresses.append(LinkAddress(database: String(text[..<dot]), name: name))
    }
    guard let name = try? SQLReader.name(in: text) else { return addresses }
    let parsed = LinkAddress(database: name.database ?? database, name: name.name)
    return addresses + [parsed]
  }
}
