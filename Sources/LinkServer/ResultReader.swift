internal import CMariaDB
internal import LinkCore

/// Takes a result in row by row, and refuses one that no catalog of links is.
struct ResultReader {
  private static let mostColumns = 64
  private static let mostRows = 1_000_000
  /// Of one cell, in bytes: descriptions and configurations have less.
  private static let largestCell = 1 << 20
  /// Of all cells, in bytes.
  private static let largestResult = 1 << 30

  private let answer: UnsafeMutablePointer<MYSQL_RES>
  private let columns: [String]
  private var rows: [[String?]] = []
  private var size = 0

  init(_ answer: UnsafeMutablePointer<MYSQL_RES>) throws(ServerError) {
    let count = Int(mysql_num_fields(answer))
    guard count <= Self.mostColumns, let fields = mysql_fetch_fields(answer) else {
      throw .ours("the server's answer has \(count) columns", outcome: .unknown)
    }
    self.answer = answer
    columns = (0..<count).map { index in
      let name = fields[index]
      let bytes = UnsafeRawBufferPointer(start: name.name, count: Int(name.name_length))
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// All that was taken in.
  var result: ResultSet { ResultSet(columns: columns, rows: rows) }

  mutating func take(_ row: MYSQL_ROW) throws(ServerError) {
    guard rows.count < Self.mostRows, let lengths = mysql_fetch_lengths(answer) else {
      throw .ours("the server's answer has more than \(Self.mostRows) rows", outcome: .unknown)
    }
    var cells: [String?] = []
    for index in columns.indices {
      cells.append(try cell(row[index], Int(lengths[index]), in: columns[index]))
    }
    rows.append(cells)
  }

  private mutating func cell(
    _ start: UnsafeMutablePointer<CChar>?,
    _ length: Int,
    in column: String
  ) throws(ServerError) -> String? {
    guard let start else { return nil }
    size += length
    guard length <= Self.largestCell, size <= Self.largestResult else {
      throw .ours("the server's answer is too large in column \(column)", outcome: .unknown)
    }
    let bytes = UnsafeRawBufferPointer(start: start, count: length)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .ours("the server's answer is no text in column \(column)", outcome: .unknown)
    }
    return text
  }
}
