import Synchronization

@testable import LinkCore

/// All pieces, as a text: stands for their digest, too.
final class GatheredBytes: RunningDigest {
  private let bytes = Mutex<[UInt8]>([])

  func add(_ piece: [UInt8]) { bytes.withLock { $0 += piece } }

  func text() -> String { String(decoding: bytes.withLock(\.self), as: UTF8.self) }
}
