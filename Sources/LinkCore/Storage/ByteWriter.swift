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

  @inline(__always)
  mutating func append(_ word: StaticString) {
    word.withUTF8Buffer { append($0) }
  }

  mutating func append(decimal number: Int) {
    guard number >= 0 else { return append(String(number)) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var (rest, start) = (number, digits.count)
      repeat {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      append(UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }

  mutating func append(_ text: String) {
    text.withBytes { append($0) }
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
}
