/// One change of a plan with its statements, which are sent in their order over one connection.
package struct ChangeWork: Sendable {
  package let change: LinkChange
  /// Where its statements stand among all of the plan's.
  package let indices: Range<Int>
  /// How many of them, counted from the first, are done already.
  let done: Int

  /// Whether nothing else may be under way or left to do when it begins.
  package var isDrop: Bool { change.action == .drop }

  /// The statements that are left to do.
  var toDo: ArraySlice<Statement> { change.statements.dropFirst(done) }

  /// The outcome of statements that nobody has sent.
  package var untouched: [Run.Result] {
    change.statements.map { Run.Result(statement: $0, status: .notAttempted) }
  }

  /// Where among the change's statements one of the plan's stands.
  func position(of index: Int) -> Int { index - indices.lowerBound }
}
