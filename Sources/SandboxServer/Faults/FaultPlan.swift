internal import LinkCore
internal import Synchronization

/// The faults of a server, and how often each was matched; all connections share it.
final class FaultPlan: Sendable {
  /// What happens to one statement.
  struct Fired: Hashable, Sendable {
    enum Cut: Hashable, Sendable {
      case before
      case after
      case inReply(bytes: Int?)
    }

    var delay = Duration.zero
    /// Statements that others run before.
    var writers: [String] = []
    var refusal: ServerError?
    var cut: Cut?
    var conditions = SandboxSession.Conditions()
    /// Those that had not happened before, as they were written.
    var news: [String] = []
  }

  private struct Record {
    var count = 0
    var hasHappened = false
  }

  private let faults: [Fault]
  private let records: Mutex<[Record]>

  init(_ faults: [Fault]) {
    self.faults = faults
    records = Mutex([Record](repeating: Record(), count: faults.count))
  }

  /// Whether nothing ever happens.
  var isEmpty: Bool { faults.isEmpty }

  /// Counts a statement, and says what happens to it.
  func fire(at sql: String) -> Fired {
    var fired = Fired()
    let words = StatementWords(sql)
    for (index, fault) in faults.enumerated() where fault.pattern.matches(sql) {
      let (happens, isNew) = records.withLock { note(fault, words, &$0[index]) }
      if happens { fault.effect.happen(to: &fired, sql, words) }
      if isNew { fired.news.append(fault.text) }
    }
    return fired
  }

  /// Counts a match; what lasts shows before the write that it will refuse.
  private func note(
    _ fault: Fault,
    _ words: StatementWords,
    _ record: inout Record
  ) -> (happens: Bool, isNew: Bool) {
    let isCounted = !fault.effect.isOfWrites || words.isWrite
    if isCounted { record.count += 1 }
    guard fault.matches.contains(record.count + (isCounted ? 0 : 1)) else { return (false, false) }
    let isFelt = isCounted || (fault.effect.isOfGrants && words.asksForGrants)
    defer { record.hasHappened = record.hasHappened || isFelt }
    return (true, isFelt && !record.hasHappened)
  }
}

extension Fault.Effect {
  /// The first refusal and the first cut count.
  fileprivate func happen(
    to fired: inout FaultPlan.Fired,
    _ sql: String,
    _ words: StatementWords
  ) {
    switch self {
    case .error(let code, let message):
      fired.refuse(code, message)
    case .echo(let code):
      fired.refuse(code, "You have an error in your SQL syntax near '\(sql)'")
    case .delay(let time): fired.delay += time
    case .cutBefore: fired.cut = fired.cut ?? .before
    case .cutAfter: fired.cut = fired.cut ?? .after
    case .cutReply(let bytes): fired.cut = fired.cut ?? .inReply(bytes: bytes)
    case .writer(let statement): fired.writers.append(statement)
    case .readOnly:
      let option = "The server is running with the --read-only option"
      if words.isWrite { fired.refuse(1290, "\(option) so it cannot execute this statement") }
    case .noGrants(let code):
      fired.conditions.hasNoGrants = true
      if words.isWrite { fired.refuse(code, words.denial(code)) }
    case .sqlMode(let mode): fired.conditions.sqlMode = mode
    }
  }
}

extension FaultPlan.Fired {
  fileprivate mutating func refuse(_ code: Int, _ message: String) {
    refusal =
      refusal ?? ServerError(code: code, sqlState: Self.states[code] ?? "HY000", message: message)
  }

  /// MySQL's; what is not here has HY000.
  private static let states = [
    1044: "42000", 1045: "28000", 1046: "3D000", 1049: "42000", 1050: "42S01", 1064: "42000",
    1142: "42000", 1146: "42S02", 1213: "40001", 1227: "42000",
  ]
}
