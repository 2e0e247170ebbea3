internal import LinkCore
internal import Synchronization

/// The connection that a plan was made by, for the apply that follows at once.
final class KeptConnection: Sendable {
  /// One that has been idle for longer may be gone without a word.
  private static let patience = Duration.seconds(5)

  /// Whoever takes it has it alone.
  private struct Kept: @unchecked Sendable {
    let server: any Server
    let grants: Grants
    let since: ContinuousClock.Instant
  }

  private let kept = Mutex<Kept?>(nil)

  func keep(_ server: any Server, _ grants: Grants) {
    let one = Kept(server: server, grants: grants, since: .now)
    kept.withLock { $0 = one }
  }

  /// With what the account was granted; `nil` where there is none, or none to rely on.
  func take() -> (server: any Server, grants: Grants)? {
    guard let one = kept.withLock({ $0.take() }), one.since.duration(to: .now) < Self.patience
    else { return nil }
    return (one.server, one.grants)
  }
}
