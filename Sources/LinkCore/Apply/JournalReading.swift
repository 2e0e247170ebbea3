/// What a run's journal says of it, as far as its records are whole.
package struct JournalReading: Sendable {
  /// A statement by its link and what it does.
  package struct UnderWay: Hashable, Sendable {
    package let address: String
    package let action: String
  }

  package private(set) var run: String?
  package private(set) var target: String?
  /// The statements that were begun and of which it is not known what became, in order.
  package var underWay: [UnderWay] { open.sorted { $0.key < $1.key }.map(\.value) }
  /// Whether the run came to its end.
  package private(set) var isEnded = false
  /// The numbers of records that are not as they were written, counted from 1.
  package private(set) var damaged: [Int] = []
  /// Whether the last record is not there as a whole.
  package private(set) var isTorn = false
  /// The format of a newer linkctl, of which nothing else was read.
  package private(set) var newerFormat: String?

  private var begun: [Int: UnderWay] = [:]
  private var open: [Int: UnderWay] = [:]

  package init(_ bytes: [UInt8], _ line: JournalLine) {
    let pieces = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, piece) in pieces.dropLast().enumerated() where newerFormat == nil {
      if let record = line.record(of: piece), take(record) { continue }
      if newerFormat == nil { damaged.append(index + 1) }
    }
    isTorn = pieces.last?.isEmpty == false
  }

  /// False where it is no record that was ever written.
  private mutating func take(_ record: JSONValue) -> Bool {
    switch record["record"]?.text {
    case "begin": return takeBegin(record)
    case "end": isEnded = true
    case "intent":
      guard let number = record["statement"]?.canonical, let index = Int(number),
        let address = record["address"]?.text, let action = record["action"]?.text
      else { return false }
      begun[index] = UnderWay(address: address, action: action)
      open[index] = begun[index]
    case "outcome":
      guard let number = record["statement"]?.canonical, let index = Int(number),
        let status = record["status"]?.text.flatMap(Run.Status.init)
      else { return false }
      open[index] = status == .unknown ? begun[index] : nil
    default: return false
    }
    return true
  }

  private mutating func takeBegin(_ record: JSONValue) -> Bool {
    guard let format = record["format_version"]?.text else { return false }
    guard format.hasPrefix("1.") else {
      newerFormat = format
      return false
    }
    run = record["run_id"]?.text
    target = record["target"]?.text
    return run != nil && target != nil
  }
}
