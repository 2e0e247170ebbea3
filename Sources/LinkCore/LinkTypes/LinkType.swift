/// What a type of link accepts: its name and the keys of its two clauses.
package struct LinkType: Sendable {
  /// As statements and previews write it: `S3`, `KAFKA`.
  package let name: String
  package let keys: [LinkKey]

  package init(name: String, keys: [LinkKey]) {
    self.name = name
    self.keys = keys
  }
}
