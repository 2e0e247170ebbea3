extension Snapshot {
  package static let kind = "linkctl.snapshot"
  package static let formatVersion = "1.0"

  /// The snapshot as it stands in a file.
  package var json: JSONValue {
    .object(
      kindMembers + [.init("taken_at", takenAt.map(JSONValue.string) ?? .null)] + serverMembers
        + [.init("links", .array(links.map(\.json)))] + pipelines.members
    )
  }

  private var kindMembers: [JSONValue.Member] {
    [
      .init("format_version", .string(Snapshot.formatVersion)),
      .init("kind", .string(Snapshot.kind)),
    ]
  }

  private var serverMembers: [JSONValue.Member] {
    [
      .init("server", server.json),
      .init("databases", .array(databases.map(JSONValue.string))),
      .init("complete", .bool(isComplete)),
    ]
  }

  /// The digest of what tells one catalog from another, whenever it was read: of lines in canonical
  /// form, the first of all but `taken_at` and the links, the others of a link each.
  package func contentDigest(
    by workers: some Workers = OneWorker(),
    with digest: any RunningDigest
  ) -> String {
    let head = JSONValue.object(kindMembers + serverMembers + pipelines.members)
    digest.add(CanonicalWriter.lines(CollectionOfOne(head)) { $0.sorted($1) })
    workers.mapParts(of: links) { part in
      CanonicalWriter.lines(part) { $1.tell(&$0) }
    } inOrder: {
      digest.add($0)
    }
    return digest.text()
  }
}

extension Snapshot.Server {
  fileprivate var json: JSONValue {
    .object([
      .init("product", .string(product)),
      .init("version", .string(version)),
      .init("capabilities", .array(capabilities.names.map(JSONValue.string))),
    ])
  }
}

extension Set<Capability> {
  /// In byte order, as documents list them.
  package var names: [String] {
    map(\.name).sorted { $0.precedes($1) }
  }
}

extension CatalogLink {
  fileprivate var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("database", .string(address.database)),
      .init("name", .string(address.name)),
      .init("type", .string(type)),
      .init("description", description.map(JSONValue.string) ?? .null),
      .init("tag", mark.content.map(JSONValue.string) ?? .null),
    ]
    members += config.members
    return .object(members)
  }
}

extension CatalogLink {
  /// The same as a line of what the catalog's digest is taken of.
  fileprivate func tell(_ line: inout CanonicalWriter) {
    line.object { line in
      if case .readable(let value) = config {
        line.key("config")
        line.sorted(value ?? .null)
      }
      line.member("database", address.database)
      line.member("description", orNull: description)
      line.member("name", address.name)
      line.member("tag", orNull: mark.content)
      line.member("type", type)
    }
  }
}

extension CatalogLink.Config {
  /// `config`, null where none is set; nothing where it could not be read.
  package var members: [JSONValue.Member] {
    switch self {
    case .readable(let value): [.init("config", value?.sorted ?? .null)]
    case .unreadable, .malformed: []
    }
  }
}

extension JSONValue {
  /// With keys in byte order at every depth.
  fileprivate var sorted: JSONValue {
    switch self {
    case .object(let members):
      .object(members.sortedByKey.map { Member($0.key, $0.value.sorted) })
    case .array(let items): .array(items.map(\.sorted))
    default: self
    }
  }
}

extension Snapshot.Pipelines {
  /// Those that are known, and that there may be more where these are not all.
  fileprivate var members: [JSONValue.Member] {
    let known = JSONValue.Member("pipelines", .array(known.map(\.json)))
    return isComplete ? [known] : [known, .init("pipelines_complete", .bool(false))]
  }
}

extension Snapshot.Pipeline {
  package var json: JSONValue {
    .object([
      .init("database", .string(database)),
      .init("name", .string(name)),
      .init("state", .string(state)),
      .init("link", .string(link.description)),
    ])
  }
}
