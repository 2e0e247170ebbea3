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

    /// `prod.orders`, for the eye.
    package var shownName: String { Self.shownName(database, name) }

    static func shownName(_ database: String, _ name: String) -> String {
      FieldPath([database, name]).description.shown
    }

    /// Whether it reads through the link at this moment.
    package var isRunning: Bool { Self.isRunning(state) }

    /// A server knows `Running...Foreground`, too.
    static func isRunning(_ state: String) -> Bool { state.uppercasedASCII.hasPrefix("RUNNING") }
  }

  /// The pipelines that use the links.
  package struct Pipelines: Sendable {
    /// By database and name.
    package let known: [Pipeline]
    /// False where there may be more of them, which the account may not see.
    package let isComplete: Bool

    package init(known: [Pipeline], isComplete: Bool) {
      self.known = known.sorted {
        LinkAddress(database: $0.database, name: $0.name)
          < LinkAddress(database: $1.database, name: $1.name)
      }
      self.isComplete = isComplete
    }

    /// There are none.
    package static let none = Pipelines(known: [], isComplete: true)
    /// There is nothing to be seen of them.
    package static let unknown = Pipelines(known: [], isComplete: false)
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
  package let pipelines: Pipelines
  /// The nonces of tags that stand on more than one link.
  let copiedNonces: Set<DigestPrefix>

  package init(
    takenAt: String?,
    server: Server,
    databases: [String],
    isComplete: Bool,
    links: [CatalogLink],
    pipelines: Pipelines
  ) {
    self.takenAt = takenAt
    self.server = server
    self.databases = databases.sorted { $0.precedes($1) }
    self.isComplete = isComplete
    self.links = links.sorted { $0.address < $1.address }
    self.pipelines = pipelines
    var seen: Set<DigestPrefix> = []
    seen.reserveCapacity(links.count)
    copiedNonces = Set(
      links.lazy.compactMap(\.mark.tag?.nonce).filter { !seen.insert($0).inserted }
    )
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
