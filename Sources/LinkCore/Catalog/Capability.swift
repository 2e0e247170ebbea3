/// Something that not every version of the server can do.
package struct Capability: Hashable, Sendable {
  package let name: String

  package init(_ name: String) {
    self.name = name
  }

  /// `ALTER LINK`.
  package static let alterLink = Capability("alter_link")
  /// `CREATE LINK IF NOT EXISTS`.
  package static let ifNotExists = Capability("if_not_exists")
  /// The column CONFIG of `information_schema.LINKS`.
  package static let linksConfig = Capability("links_config")
  /// Links of type MYSQL on a version that has them as a preview, switched on.
  package static let mysqlPreview = Capability("mysql_preview")
  /// `CREATE OR REPLACE LINK`.
  package static let orReplace = Capability("or_replace")

  /// What a server can do by its version and its catalog, without trying: the grammar is documented
  /// from 9.1 on.
  ///
  /// Of a version that cannot be told nothing is taken to be lacking: a plan that takes replacing
  /// for impossible would ask to drop links.
  package static func assumed(version: String, showsConfig: Bool) -> Set<Capability> {
    let isOld = ServerVersion(version).map { $0 < ServerVersion(9, 1) } ?? false
    let grammar: Set<Capability> = isOld ? [] : [.alterLink, .ifNotExists, .orReplace]
    return showsConfig ? grammar.union([.linksConfig]) : grammar
  }
}

extension Snapshot.Server {
  /// Why links of a type cannot be made here; `nil` where nothing speaks against it.
  func lack(of type: LinkType) -> String? {
    guard let since = type.since, let version = ServerVersion(version), version < since.version
    else { return nil }
    let needed = "\(type.name) links need SingleStore \(since.version)"
    guard let preview = since.preview else { return needed }
    if version >= preview.version, capabilities.contains(preview.capability) { return nil }
    return "\(needed), or \(preview.version) with \(preview.variable) on"
  }
}
