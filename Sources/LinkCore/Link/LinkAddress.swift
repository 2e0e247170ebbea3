/// Where a link is: a database and a name in it.
package struct LinkAddress: Hashable, Comparable, Sendable {
  package let database: String
  package let name: String

  package init(database: String, name: String) {
    self.database = database
    self.name = name
  }

  package static func == (one: LinkAddress, other: LinkAddress) -> Bool {
    one.database.isIdentical(to: other.database) && one.name.isIdentical(to: other.name)
  }

  /// By database, then by name, in byte order.
  package static func < (one: LinkAddress, other: LinkAddress) -> Bool {
    one.database.isIdentical(to: other.database)
      ? one.name.precedes(other.name) : one.database.precedes(other.database)
  }

  package func hash(into hasher: inout Hasher) {
    ExactText(database).hash(into: &hasher)
    ExactText(name).hash(into: &hasher)
  }
}

extension LinkAddress: CustomStringConvertible {
  /// `database.name`; a part that holds a dot or a quote stands in quotes.
  package var description: String {
    FieldPath.shown(database) + "." + FieldPath.shown(name)
  }
}
