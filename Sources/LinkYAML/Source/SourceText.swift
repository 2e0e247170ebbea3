internal import LinkCore

/// The bytes of a file with what is needed to get from a byte to its line and column and back.
///
/// A byte-order mark at the start belongs to no line. Lines end with LF or CRLF.
struct SourceText: Sendable {
  let file: String
  let bytes: [UInt8]
  /// The first byte behind the byte-order mark.
  let start: Int
  /// What the bytes are, so that nothing is looked for that is not there.
  let present: ByteSet
  private let lineStarts: [Int]
  /// The number of scalars before each block of bytes, so that long lines cost no long walks; empty
  /// where each byte is one.
  private let scalarsBefore: [Int]
  private static let blockSize = 128

  init(_ bytes: [UInt8], file: String) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let present = ByteSet(bytes)
    var lineStarts = [start]
    for (offset, byte) in bytes.enumerated() where byte == .lineFeed {
      lineStarts.append(offset + 1)
    }
    self.file = file
    self.bytes = bytes
    self.start = start
    self.present = present
    self.lineStarts = lineStarts
    scalarsBefore = present.isASCII ? [] : Self.scalarsBefore(bytes)
  }

  private static func scalarsBefore(_ bytes: [UInt8]) -> [Int] {
    var scalarsBefore: [Int] = []
    var scalars = 0
    for (offset, byte) in bytes.enumerated() {
      if offset.isMultiple(of: blockSize) { scalarsBefore.append(scalars) }
      if !byte.isContinuation { scalars += 1 }
    }
    return scalarsBefore
  }

  var lineCount: Int { lineStarts.count }
}

extension SourceText {
  /// The offsets of a line's bytes, without its line end; lines count from 1.
  func bytes(ofLine line: Int) -> Range<Int> {
    let first = lineStarts[line - 1]
    guard line < lineCount else { return first..<bytes.count }
    let end = lineStarts[line] - 1
    return first..<(end > first && bytes[end - 1] == .carriageReturn ? end - 1 : end)
  }

  func location(line: Int, column: Int) -> SourceLocation {
    SourceLocation(file: file, line: line, column: column)
  }

  func location(ofByte offset: Int) -> SourceLocation {
    let line = lineStarts.partitionPoint { $0 > offset }
    return location(line: line, column: column(ofByte: offset, line: line))
  }

  func column(ofByte offset: Int, line: Int) -> Int {
    scalarCount(before: offset) - scalarCount(before: lineStarts[line - 1]) + 1
  }

  /// The byte at a place; the end of the line where the place lies behind it.
  func byte(line: Int, column: Int) -> Int {
    guard line <= lineCount else { return bytes.count }
    let range = bytes(ofLine: line)
    guard !present.isASCII else {
      return min(max(range.lowerBound + column - 1, range.lowerBound), range.upperBound)
    }
    let target = scalarCount(before: range.lowerBound) + column - 1
    let block = max(scalarsBefore.partitionPoint { $0 > target } - 1, 0)
    var offset = max(block * Self.blockSize, range.lowerBound)
    var missing = target - scalarCount(before: offset)
    while offset < range.upperBound {
      if !bytes[offset].isContinuation {
        if missing <= 0 { return offset }
        missing -= 1
      }
      offset += 1
    }
    return range.upperBound
  }

  func byte(at place: Mark) -> Int {
    byte(line: place.line, column: place.column)
  }

  private func scalarCount(before offset: Int) -> Int {
    guard offset > 0, !present.isASCII else { return offset }
    let block = (offset - 1) / Self.blockSize
    return bytes[(block * Self.blockSize)..<offset].reduce(scalarsBefore[block]) {
      $1.isContinuation ? $0 : $0 + 1
    }
  }
}

extension UInt8 {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20

  /// Whether it goes on with a scalar that began before.
  var isContinuation: Bool { self & 0xC0 == 0x80 }

  var isBlank: Bool { self == .space || self == .tab }
}
