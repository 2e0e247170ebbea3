extension String {
  /// What a body makes of the text's UTF-8 bytes, read where they are.
  ///
  /// Only a text of Objective-C may have them elsewhere, and there is none on Linux.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard let result = utf8.withContiguousStorageIfAvailable(body) else {
      preconditionFailure("a text whose bytes do not lie one behind the other")
    }
    return result
  }
}
