/// Bytes that grow at their end; quicker than an array, for room is looked for once a piece.
struct ByteWriter: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var room: Int
  private(set) var count = 0

  /// With room for so many bytes to begin with.
  init(room: Int) {
    self.room = max(room, 64)
    start = .allocate(capacity: self.room)
  }

  deinit {
    start.deallocate()
  }

  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

  /// The bytes as UTF-8.
  var text: String {
    String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  subscript(index: Int) -> UInt8 {
    precondition(index < count)
    return start[index]
  }

  /// Makes sure that so many bytes more find room.
  @inline(__always)
  private mutating func makeRoom(_ more: Int) {
    if count + more > room { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    room = max(2 * room, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: room)
    larger.update(from: start, count: count)
    start.deallocate()
    start = larger
  }
}

extension ByteWriter {
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    makeRoom(1)
    start[count] = byte
    count += 1
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    makeRoom(bytes.count)
    (start + count).update(from: source, count: bytes.count)
    count += bytes.count
  }

  mutating func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append($0) }
  }

  mutating func append(_ text: String) {
    if text.utf8.withContiguousStorageIfAvailable({ append($0) }) == nil {
      append(Array(text.utf8))
    }
  }

  /// The bytes between two quotes.
  @inline(__always)
  mutating func append(quoted bytes: UnsafeBufferPointer<UInt8>) {
    makeRoom(bytes.count + 2)
    start[count] = UInt8(ascii: "\"")
    if let source = bytes.baseAddress {
      (start + count + 1).update(from: source, count: bytes.count)
    }
    start[count + 1 + bytes.count] = UInt8(ascii: "\"")
    count += bytes.count + 2
  }

  /// A line end and spaces.
  @inline(__always)
  mutating func appendLine(indentedBy spaces: Int) {
    makeRoom(1 + spaces + 7)
    start[count] = 0x0A
    count += 1
    let end = count + spaces
    // Eight at once; what is too many is written over.
    while count < end {
      UnsafeMutableRawPointer(start + count).storeBytes(of: Self.eightSpaces, as: UInt64.self)
      count += 8
    }
    count = end
  }

  private static var eightSpaces: UInt64 { 0x2020_2020_2020_2020 }

  /// A number in four bytes, from the highest to the lowest.
  @inline(__always)
  mutating func append(bigEndian number: UInt32) {
    makeRoom(4)
    UnsafeMutableRawPointer(start + count).storeBytes(of: number.bigEndian, as: UInt32.self)
    count += 4
  }

  /// Appends a part of what another holds.
  mutating func append(_ range: Range<Int>, of other: borrowing ByteWriter) {
    precondition(range.upperBound <= other.count)
    append(UnsafeBufferPointer(start: other.start + range.lowerBound, count: range.count))
  }

  mutating func remove(from index: Int) {
    precondition(index <= count)
    count = index
  }

  /// The first eight bytes of a part as one number, with zeros behind a shorter one.
  func prefix(of range: Range<Int>) -> UInt64 {
    precondition(range.upperBound <= count)
    var prefix: UInt64 = 0
    for index in range.prefix(8) { prefix = prefix << 8 | UInt64(start[index]) }
    return range.count < 8 ? prefix << UInt64(8 * (8 - range.count)) : prefix
  }

  /// Whether one part stands before another in byte order.
  func precedes(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    precondition(max(one.upperBound, other.upperBound) <= count)
    return UnsafeBufferPointer(start: start + one.lowerBound, count: one.count)
      .precedes(UnsafeBufferPointer(start: start + other.lowerBound, count: other.count))
  }
}
