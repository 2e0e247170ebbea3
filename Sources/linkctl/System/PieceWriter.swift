internal import Synchronization

/// Writes pieces one behind the other, up to the first that cannot be written.
final class PieceWriter: Sendable {
  private let number: Int32
  private let failure = Mutex<SystemError?>(nil)

  init(to number: Int32) {
    self.number = number
  }

  /// Why one could not be written.
  var error: SystemError? { failure.withLock { $0 } }

  func write(_ piece: [UInt8]) {
    failure.withLock { failure in
      guard failure == nil else { return }
      do throws(SystemError) {
        try writeAll(piece, to: number)
      } catch {
        failure = error
      }
    }
  }
}
