extension UnsafeBufferPointer<UInt8> {
  /// Whether another one of the same length has the same bytes.
  func isIdentical(to other: UnsafeBufferPointer<UInt8>) -> Bool {
    let words = count / 8
    for index in 0..<words where word(index) != other.word(index) { return false }
    for index in words * 8..<count where self[index] != other[index] { return false }
    return true
  }

  /// Whether it stands before the other in byte order.
  func precedes(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    let shorter = Swift.min(count, other.count)
    let words = shorter / 8
    for index in 0..<words {
      let (mine, theirs) = (word(index).bigEndian, other.word(index).bigEndian)
      if mine != theirs { return mine < theirs }
    }
    for index in words * 8..<shorter where self[index] != other[index] {
      return self[index] < other[index]
    }
    return count < other.count
  }

  /// Eight bytes, of which there have to be as many.
  @inline(__always)
  private func word(_ index: Int) -> UInt64 {
    UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)
  }
}
