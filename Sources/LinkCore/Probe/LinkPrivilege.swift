/// What an account has to be granted for links of a database; the raw value is the server's word.
package enum LinkPrivilege: String, CaseIterable, Sendable {
  case create = "CREATE LINK"
  case show = "SHOW LINK"
  case drop = "DROP LINK"
}

extension Statement {
  /// What the account needs to run it.
  package var privilege: LinkPrivilege {
    switch operation {
    // There is no privilege of its own for ALTER LINK.
    case .create, .alterConfig: .create
    case .drop: .drop
    }
  }
}
