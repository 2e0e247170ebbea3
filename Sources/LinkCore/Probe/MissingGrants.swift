/// What an account lacks for statements that are about to be sent.
package struct MissingGrants: Sendable {
  /// Privileges of one database.
  package struct Lack: Hashable, Sendable {
    package let database: String
    package let privileges: [LinkPrivilege]
  }

  /// What was surely not granted, by database.
  package let lacks: [Lack]
  /// What may not have been granted: not all grants show.
  package let doubts: [Lack]
  private let account: Account

  /// Who may run these statements and see what became of them; the user is named where grants do
  /// not name the account.
  package init(for statements: [Statement], in grants: Grants, user: String) {
    self.init(Self.needed(for: statements), in: grants, user: user)
  }

  /// The same of an account that is to have privileges on some databases.
  package init(
    of privileges: [LinkPrivilege],
    on databases: [String],
    in grants: Grants,
    user: String
  ) {
    self.init(databases.map { ($0, privileges) }, in: grants, user: user)
  }

  private init(
    _ needed: [(database: String, privileges: [LinkPrivilege])],
    in grants: Grants,
    user: String
  ) {
    var lacks: [Lack] = []
    var doubts: [Lack] = []
    for (database, privileges) in needed {
      let missing = privileges.filter { grants.allows($0, on: database) == false }
      let doubtful = privileges.filter { grants.allows($0, on: database) == nil }
      if !missing.isEmpty { lacks.append(Lack(database: database, privileges: missing)) }
      if !doubtful.isEmpty { doubts.append(Lack(database: database, privileges: doubtful)) }
    }
    self.lacks = lacks
    self.doubts = doubts
    account = grants.account ?? Account(user: user, host: "%")
  }

  private static func needed(
    for statements: [Statement]
  ) -> [(database: String, privileges: [LinkPrivilege])] {
    let byDatabase = Dictionary(grouping: statements) { ExactText($0.address.database) }
    return byDatabase.sorted { $0.key < $1.key }.map { database, statements in
      let needed = Set(statements.map(\.privilege)).union([.show])
      return (database.text, LinkPrivilege.allCases.filter(needed.contains))
    }
  }

  /// The statements that an administrator grants what is missing with.
  package var statements: [String] { lacks.map(statement) }

  private func statement(_ lack: Lack) -> String {
    let words = lack.privileges.map(\.rawValue)
    let sql: SQLText = "GRANT \(words: words) ON \(name: lack.database).* TO \(account.sql)"
    return sql.rendered + ";"
  }
}
