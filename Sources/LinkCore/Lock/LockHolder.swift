/// Who applies on a server, as others are told.
package struct LockHolder: Hashable, Sendable {
  package let name: String
  package let host: String
  package let run: String
  /// For how long, by the server's own clock; `nil` for one that has only just begun.
  package let seconds: Int?

  package init(name: String, host: String, run: String, seconds: Int? = nil) {
    self.name = name
    self.host = host
    self.run = run
    self.seconds = seconds
  }
}

extension LockHolder: CustomStringConvertible {
  package var description: String {
    "\(name.shown) on \(host.shown), run \(run.shown)" + (seconds.map { ", for \($0) s" } ?? "")
  }
}
