/// A journal's line: a record with a checksum of it, so that one that was not written whole, or was
/// changed since, is known for it.
package struct JournalLine: Sendable {
  /// Some digits that tell a text from others.
  package typealias Checksum = @Sendable ([UInt8]) -> String

  private static let key = "check"
  private let checksum: Checksum

  package init(_ checksum: @escaping Checksum) {
    self.checksum = checksum
  }

  /// The line of a record, without its line break.
  package func text(of record: JSONValue) -> String {
    let check = checksum(Array(record.canonical.utf8))
    return JSONValue.object((record.members ?? []) + [.init(Self.key, .string(check))]).canonical
  }

  /// The record of a line; `nil` where the line is not just as it was written.
  package func record(of line: some Collection<UInt8>) -> JSONValue? {
    guard let text = String(validating: line, as: UTF8.self),
      let members = (try? JSONValue(reading: text))?.members
    else { return nil }
    let record = JSONValue.object(members.filter { $0.key != Self.key })
    return self.text(of: record).isIdentical(to: text) ? record : nil
  }
}
