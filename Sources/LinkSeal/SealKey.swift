internal import COpenSSL

/// A key that shows nothing wherever it is printed, dumped or mirrored, and whose bytes are
/// overwritten when nobody holds it any more.
package final class SealKey: Sendable {
  typealias Release = @Sendable (UnsafeMutableRawBufferPointer) -> Void

  /// Written by initializers and `deinit` alone.
  private nonisolated(unsafe) let memory: UnsafeMutableRawBufferPointer
  private let release: Release

  /// With room for so many bytes, which are given back only when they were overwritten.
  init(count: Int, release: @escaping Release = { $0.deallocate() }) {
    memory = .allocate(byteCount: count, alignment: 1)
    memory.initializeMemory(as: UInt8.self, repeating: 0)
    self.release = release
  }

  /// With a copy of these bytes.
  package convenience init(_ bytes: [UInt8]) {
    self.init(count: bytes.count)
    fill(bytes)
  }

  /// With bytes that nobody can foretell.
  package convenience init(randomCount count: Int) throws(RandomnessError) {
    self.init(count: count)
    guard RAND_bytes(memory.baseAddress, Int32(count)) == 1 else { throw RandomnessError() }
  }

  func fill(_ bytes: [UInt8]) {
    memory.copyBytes(from: bytes)
  }

  deinit {
    OPENSSL_cleanse(memory.baseAddress, memory.count)
    release(memory)
  }

  /// Hands the bytes to the one place that needs them.
  package func reveal<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeRawBufferPointer(memory))
  }
}

/// The system gives no random bytes.
package struct RandomnessError: Error {}

extension SealKey {
  /// The 32 bytes of HMAC-SHA256 of a message under this key.
  package func hmacSHA256(_ message: [UInt8]) -> [UInt8] {
    var code = [UInt8](repeating: 0, count: 32)
    var count: UInt32 = 0
    let done = HMAC(
      EVP_sha256(),
      memory.baseAddress,
      Int32(memory.count),
      message,
      message.count,
      &code,
      &count
    )
    precondition(done != nil && count == 32, "OpenSSL has no HMAC-SHA256")
    return code
  }

  /// A key made of this one by HKDF-SHA256.
  package func derived(salt: [UInt8], info: [UInt8], count: Int = 32) -> SealKey {
    let derived = SealKey(count: count)
    let done = linkctl_hkdf_sha256(
      memory.baseAddress,
      memory.count,
      salt,
      salt.count,
      info,
      info.count,
      derived.memory.baseAddress,
      count
    )
    precondition(done == 1, "OpenSSL has no HKDF-SHA256")
    return derived
  }
}

extension SealKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "<redacted>" }
  package var debugDescription: String { "<redacted>" }
  package var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
