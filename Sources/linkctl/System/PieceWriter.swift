internal import Synchronization

/// Writes pieces one behind the other, up to the first that cannot be written.
final class PieceWriter<Failure: Error>: Sendable {
  private let body: @Sendable ([UInt8]) throws(Failure) -> Void
  private let failure = Mutex<Failure?>(nil)

  init(_ write: @escaping @Sendable ([UInt8]) throws(Failure) -> Void) {
    body = write
  }

  /// Why one could not be written.
  var error: Failure? { failure.withLock { $0 } }

  func write(_ piece: [UInt8]) {
    failure.withLock { failure in
      guard failure == nil else { return }
      do throws(Failure) {
        try body(piece)
      } catch {
        failure = error
      }
    }
  }
}
