/// What an account was granted, as `SHOW GRANTS` tells it.
package struct Grants: Sendable {
  private let grants: [Grant]
  /// Whether every row was understood; a role that stands in for privileges is none of them.
  private let isWhole: Bool

  /// Reads the rows of `SHOW GRANTS`, each one statement.
  package init(rows: [String]) {
    let read = rows.map { Grant(reading: $0) }
    grants = read.compactMap(\.self)
    isWhole = !rows.isEmpty && grants.count == rows.count
  }

  /// An account that may not see what it was granted.
  package static let hidden = Grants(rows: [])

  /// Whose they are.
  package var account: Account? { grants.lazy.compactMap(\.account).first }

  /// Whether something was granted for a database; `nil` where it does not show and may be so.
  package func allows(_ privilege: LinkPrivilege, on database: String) -> Bool? {
    if grants.contains(where: { $0.allows(privilege, on: database) }) { return true }
    return isWhole ? false : nil
  }
}

/// An account as grants name it.
package struct Account: Hashable, Sendable {
  package let user: String
  /// `nil` where none was written, as of a role.
  package let host: String?

  /// `'user'@'host'`.
  package var sql: SQLText {
    guard let host else { return "\(string: user)" }
    return "\(string: user)@\(string: host)"
  }
}

/// One row of `SHOW GRANTS`.
struct Grant: Sendable {
  let privileges: Set<String>
  let scope: Scope
  let account: Account?

  /// Where privileges are good for.
  enum Scope: Hashable, Sendable {
    case everything
    /// A database in backticks, which may hold the wildcards `%` and `_`.
    case named(String)
    /// A database without backticks, in upper case.
    case word(String)
    /// A table, or something else that has no links.
    case other
  }

  func allows(_ privilege: LinkPrivilege, on database: String) -> Bool {
    guard scope.covers(database) else { return false }
    // Who may see all metadata sees links too.
    let enough = privilege == .show ? [privilege.rawValue, "SHOW METADATA"] : [privilege.rawValue]
    return !privileges.isDisjoint(with: enough + ["ALL", "ALL PRIVILEGES"])
  }
}

extension Grant.Scope {
  fileprivate func covers(_ database: String) -> Bool {
    switch self {
    case .everything: true
    case .named(let name): name.isIdentical(to: database) || Self.glob(name).matches(database)
    case .word(let word): word.isIdentical(to: database.uppercasedASCII)
    case .other: false
    }
  }

  private static func glob(_ name: String) -> Glob {
    Glob(
      String(
        name.compactMap { character -> Character? in
          switch character {
          case "%": "*"
          case "_": "?"
          case "\\": nil
          default: character
          }
        }
      )
    )
  }
}
