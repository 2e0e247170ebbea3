package import LinkCore

/// Tries to connect more than once where the server may be back in a moment, as after a failover.
///
/// A hundred clients that lose one server at once come back spread over time, so that they do not
/// keep it down: each waits for a random part of a span that grows. Statements are never tried again.
package struct ConnectRetry {
  /// All tries with the first one among them.
  package static let mostTries = 6
  /// From the first try on; the last one may itself take ten seconds, which makes a minute.
  private static let limit = Duration.seconds(50)
  private static let firstSpan = Duration.seconds(10)
  private static let longestSpan = Duration.seconds(30)

  private let tries: Int
  private let pacing: any Pacing

  package init(tries: Int = mostTries, pacing: any Pacing) {
    self.tries = min(max(tries, 1), Self.mostTries)
    self.pacing = pacing
  }

  /// Connects, or says why the last try failed; is told of each wait before the next try.
  package func run<Connection>(
    _ connect: () throws(ServerError) -> Connection,
    waiting: (_ error: ServerError, _ wait: Duration, _ nextTry: Int) -> Void
  ) throws(ServerError) -> Connection {
    let begin = pacing.now
    var span = Self.firstSpan
    var next = 2
    while true {
      do throws(ServerError) {
        return try connect()
      } catch {
        let left = Self.limit - (pacing.now - begin)
        guard next <= tries, left > .zero, error.mayPass else { throw error }
        let wait = pacing.random(upTo: min(span, left))
        waiting(error, wait, next)
        guard pacing.wait(wait) else { throw error }
      }
      span = min(span * 2, Self.longestSpan)
      next += 1
    }
  }
}

/// Time and chance.
package protocol Pacing: Sendable {
  /// Since whenever.
  var now: Duration { get }
  /// Waits; false where somebody has asked to stop meanwhile.
  func wait(_ time: Duration) -> Bool
  func random(upTo limit: Duration) -> Duration
}
