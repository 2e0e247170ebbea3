internal import Glibc
internal import LinkServer

/// The system's time and chance.
struct SystemPacing: Pacing {
  private static let begin = ContinuousClock.now

  var now: Duration { Self.begin.duration(to: .now) }

  /// Looks now and then whether somebody has asked to stop.
  func wait(_ time: Duration) -> Bool {
    let end = ContinuousClock.now + time
    while Interruption.requested == nil {
      let left = ContinuousClock.now.duration(to: end).milliseconds
      if left <= 0 { return true }
      poll(nil, 0, min(left, 100))
    }
    return false
  }

  func random(upTo limit: Duration) -> Duration {
    .milliseconds(Int64.random(in: 0...Int64(limit.milliseconds)))
  }
}
