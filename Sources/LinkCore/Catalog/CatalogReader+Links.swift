extension CatalogReader {
  private static let columns = ["DATABASE_NAME", "LINK", "TYPE", "DESCRIPTION", "CONFIG"]

  func links(
    where condition: SQLText,
    declared: Set<LinkAddress>,
    showsConfig: Bool
  ) throws(ServerError) -> [CatalogLink] {
    let wanted = Self.columns.filter { $0 != "CONFIG" || showsConfig }
    let sql: SQLText = """
      SELECT \(words: wanted) FROM information_schema.LINKS \
      WHERE \(condition)
      """
    let table = try CatalogTable(
      try server.ask(Question(sql)),
      of: "information_schema.LINKS",
      needing: wanted
    )
    var links: [CatalogLink] = []
    for row in table.rows { links.append(try CatalogLink(row)) }
    return showsConfig ? links : try showing(links, declared: declared)
  }

  /// The links with CONFIG as SHOW CREATE LINK tells it, one statement a link, where a manifest
  /// declares it; a server that cannot do so is asked once.
  private func showing(
    _ links: [CatalogLink],
    declared: Set<LinkAddress>
  ) throws(ServerError) -> [CatalogLink] {
    var shown: [CatalogLink] = []
    var isKnown = true
    for link in links {
      guard isKnown, declared.contains(link.address), link.isShownByServer else {
        shown.append(link)
        continue
      }
      do throws(ServerError) {
        shown.append(try self.shown(link))
      } catch {
        guard error.isRefusal else { throw error }
        isKnown = error.code != 1064
        shown.append(link)
      }
    }
    return shown
  }

  private func shown(_ link: CatalogLink) throws(ServerError) -> CatalogLink {
    let sql: SQLText = "SHOW CREATE LINK \(link.address)"
    let table = try CatalogTable(
      try server.ask(Question(sql)),
      of: "SHOW CREATE LINK",
      needing: ["CREATE LINK"]
    )
    guard let text = table.rows.first?["CREATE LINK"],
      let shown = try? SQLReader.shownLink(in: text),
      shown.name.isIdentical(to: link.address.name), link.hasType(shown.type)
    else { return link }
    return link.with(CatalogLink.Config(text: shown.config, of: LinkType.named(link.type)))
  }
}

extension CatalogLink {
  /// A row of `information_schema.LINKS`.
  fileprivate convenience init(_ row: CatalogTable.Row) throws(ServerError) {
    guard let database = row["DATABASE_NAME"], let name = row["LINK"], let type = row["TYPE"] else {
      throw .badAnswer("information_schema.LINKS gave a row without DATABASE_NAME, LINK or TYPE")
    }
    self.init(
      address: LinkAddress(database: database, name: name),
      type: type.uppercasedASCII,
      description: TaggedDescription(reading: row["DESCRIPTION"] ?? ""),
      config: row.has("CONFIG")
        ? Config(text: row["CONFIG"], of: LinkType.named(type)) : .unreadable
    )
  }

  /// SHOW CREATE LINK is documented not to work for links of type HTTP.
  fileprivate var isShownByServer: Bool { !hasType(LinkType.http.name) }

  fileprivate func with(_ config: Config) -> CatalogLink {
    CatalogLink(
      address: address,
      type: type,
      description: TaggedDescription(description ?? "", mark: mark),
      config: config
    )
  }
}

extension CatalogLink.Config {
  /// CONFIG as a server shows it; `nil` where none is set.
  fileprivate init(text: String?, of type: LinkType?) {
    guard let text, !text.isEmpty else {
      self = .readable(nil)
      return
    }
    do throws(JSONError) {
      let value = try JSONValue(reading: text)
      if case .null = value {
        self = .readable(nil)
      } else if value.members != nil {
        self = .readable(LinkType.redacting(value, of: type))
      } else {
        self = .malformed("it is \(value.kind), not an object")
      }
    } catch {
      self = .malformed("\(error)")
    }
  }
}
