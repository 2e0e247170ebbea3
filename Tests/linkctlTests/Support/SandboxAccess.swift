import LinkCore
import LinkSandbox
import LinkSeal

extension TestProject {
  /// The sandbox in a file of the project, made where it is missing.
  func sandbox(
    _ name: String = "catalog.db",
    _ mode: Sandbox.Mode = .readWrite
  ) throws -> Sandbox {
    try Sandbox(path: path(name), mode: mode, digest: Digest.sha256)
  }

  /// Puts a snapshot's links into a sandbox, with empty credentials, and the pipelines that use
  /// them.
  func fill(_ name: String = "catalog.db", from snapshot: Snapshot) throws {
    let sandbox = try sandbox(name)
    for database in snapshot.databases + snapshot.links.map(\.address.database) {
      let sql: SQLText = "CREATE DATABASE IF NOT EXISTS \(name: database)"
      _ = try sandbox.query(sql.rendered)
    }
    for link in snapshot.links {
      guard let type = LinkType.named(link.type) else { continue }
      var sql: SQLText = "CREATE LINK \(link.address) AS \(type) CREDENTIALS \(string: "{}")"
      if case .readable(let config?) = link.config {
        sql = "\(sql) CONFIG \(string: config.canonical)"
      }
      let description = TaggedDescription(link.description ?? "", mark: link.mark).joined
      if !description.isEmpty { sql = "\(sql) DESCRIPTION \(string: description)" }
      _ = try sandbox.query(sql.rendered)
    }
    for pipeline in snapshot.pipelines.known {
      let address = LinkAddress(database: pipeline.database, name: pipeline.name)
      let made: SQLText = """
        CREATE PIPELINE \(address) AS LOAD DATA LINK \(name: pipeline.link.name) \
        \(string: "topic") INTO TABLE \(name: "rows")
        """
      _ = try sandbox.query(made.rendered)
      let started: SQLText = "START PIPELINE \(address)"
      if pipeline.isRunning { _ = try sandbox.query(started.rendered) }
    }
  }
}

extension TestProject {
  /// `database.name TYPE CONFIG DESCRIPTION` of all links in a sandbox, in byte order; without tags.
  func links(in file: String = ".linkctl/sandbox.db") throws -> [String] {
    let sql = """
      SELECT DATABASE_NAME, LINK, TYPE, CONFIG, DESCRIPTION FROM information_schema.LINKS
      """
    let rows = try sandbox(file, .readOnly).query(sql).rows
    return rows.map { row in
      let description = TaggedDescription(reading: row[4] ?? "").text
      let parts = [row[2], row[3], description.isEmpty ? nil : description].compactMap(\.self)
      return "\(row[0] ?? "").\(row[1] ?? "") \(parts.joined(separator: " "))"
    }
  }
}

extension TestProject {
  /// The digits at a journal line's end.
  static let checksum: JournalLine.Checksum = { Digest.hex(Array(Digest.sha256($0).prefix(4))) }
}
