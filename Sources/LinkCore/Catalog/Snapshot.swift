/// A server's catalog of links at one moment, without any secret.
package struct Snapshot: Sendable {
  package struct Server: Sendable {
    package let product: String
    package let version: String
    package let capabilities: Set<Capability>

    package init(product: String, version: String, capabilities: Set<Capability>) {
      self.product = product
      self.version = version
      self.capabilities = capabilities
    }
  }

  package struct Pipeline: Sendable {
    package let database: String
    package let name: String
    package let state: String
    package let link: LinkAddress

    package init(database: String, name: String, state: String, link: LinkAddress) {
      self.database = database
      self.name = name
      self.state = state
      self.link = link
    }
  }

  /// ISO 8601 in UTC; `nil` for a catalog that was read for this very run.
  package let takenAt: String?
  package let server: Server
  /// What was looked at, in byte order.
  package let databases: [String]
  /// False where the account may not see every link.
  package let isComplete: Bool
  /// By address.
  package let links: [CatalogLink]
  /// By database and name.
  package let pipelines: [Pipeline]

  package init(
    takenAt: String?,
    server: Server,
    databases: [String],
    isComplete: Bool,
    links: [CatalogLink],
    pipelines: [Pipeline]
  ) {
    self.takenAt = takenAt
    self.server = server
    self.databases = databases.sorted { $0.precedes($1) }
    self.isComplete = isComplete
    self.links = links.sorted { $0.address < $1.address }
    self.pipelines = pipelines.sorted {
      LinkAddress(database: $0.database, name: $0.name)
        < LinkAddress(database: $1.database, name: $1.name)
    }
  }
}

extension Snapshot {
  /// The same catalog with the time it was read at.
  package func taken(at time: String) -> Snapshot {
    Snapshot(
      takenAt: time,
      server: server,
      databases: databases,
      isComplete: isComplete,
      links: links,
      pipelines: pipelines
    )
  }
}

extension Snapshot {
  /// The same catalog, of which the account may not see every link.
  package var withGaps: Snapshot {
    Snapshot(
      takenAt: takenAt,
      server: server,
      databases: databases,
      isComplete: false,
      links: links,
      pipelines: pipelines
    )
  }
}

/// Something that not every version of the server can do.
package struct Capability: Hashable, Sendable {
  package let name: String

  package init(_ name: String) {
    self.name = name
  }

  /// `CREATE LINK IF NOT EXISTS`.
  package static let ifNotExists = Capability("if_not_exists")
  /// `CREATE OR REPLACE LINK`.
  package static let orReplace = Capability("or_replace")
  /// The column CONFIG of `information_schema.LINKS`.
  package static let linksConfig = Capability("links_config")

  /// What a server can do by its version and its catalog's columns, without trying: both clauses
  /// are documented from 9.1 on.
  package static func assumed(version: String, linkColumns: Set<String>) -> Set<Capability> {
    let parts = version.split(separator: ".").prefix(2).map { Int($0) ?? 0 }
    let isNew = !parts.lexicographicallyPrecedes([9, 1])
    let grammar: Set<Capability> = isNew ? [.ifNotExists, .orReplace] : []
    return linkColumns.contains("CONFIG") ? grammar.union([.linksConfig]) : grammar
  }
}
