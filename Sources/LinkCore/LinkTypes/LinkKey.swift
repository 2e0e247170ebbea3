/// A known key of a type's CONFIG or CREDENTIALS.
package struct LinkKey: Sendable {
  package enum Clause: String, Sendable {
    case config
    case credentials
  }

  package let name: String
  package let clause: Clause
  /// Whether its value must never be printed, and comes by reference only.
  package let isSecret: Bool

  package init(_ name: String, in clause: Clause, isSecret: Bool = false) {
    self.name = name
    self.clause = clause
    self.isSecret = isSecret
  }
}
