extension Collection<UInt8> {
  /// With its length before it, in four bytes from the highest to the lowest, so that no two lists
  /// of such pieces make the same bytes.
  package var lengthPrefixed: [UInt8] {
    let length = UInt32(count)
    return (0..<4).map { UInt8(truncatingIfNeeded: length >> (24 - 8 * $0)) } + Array(self)
  }
}

extension [String] {
  /// The texts in UTF-8 one behind the other, each with its length before it.
  package var lengthPrefixed: [UInt8] {
    flatMap { [UInt8]($0.utf8).lengthPrefixed }
  }
}
