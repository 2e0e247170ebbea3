import Foundation
import Glibc

/// The built program serving a sandbox of a project, as long as this is there.
final class ServedSandbox {
  let process: RunningProcess
  let target: String
  let port: Int

  struct Silent: Error {
    let messages: String
  }

  init(
    _ project: TestProject,
    databases: [String] = ["prod"],
    faults: [String] = [],
    _ more: [String] = [],
    environment: [String: String] = [:]
  ) throws {
    let options = databases.flatMap { ["--database", $0] } + faults.flatMap { ["--fault", $0] }
    process = try project.linkctl(
      ["sandbox", "serve"] + options + more,
      environment: environment
    ).start()
    let process = process
    guard isTrueInTime({ process.outputSoFar.hasSuffix("\n") || !process.isRunning }),
      let port = process.outputSoFar.dropLast().split(separator: ":").last.flatMap({ Int($0) })
    else { throw Silent(messages: try process.wait().messageText) }
    target = String(process.outputSoFar.dropLast())
    self.port = port
  }

  deinit {
    process.send(SIGKILL)
  }

  /// Ends it by SIGTERM, and waits for that.
  func stop() throws -> Ended {
    process.send(SIGTERM)
    return try process.wait()
  }
}

extension TestProject {
  /// An apply to a served sandbox that asks nobody.
  func apply(on served: ServedSandbox, _ more: String...) throws -> Ended {
    try linkctl(
      ["apply", "--auto-approve", "--target", served.target] + more,
      environment: ["SECRET": Self.secret]
    ).run()
  }

  /// Whether there is nothing left to do.
  func isConverged(on served: ServedSandbox) throws -> Bool {
    try run("plan", "--detailed-exitcode", "--target", served.target).exit == 0
  }

  /// `database.name` of the links in the sandbox's file.
  func linkNames() throws -> [String] {
    try links().map { String($0.prefix { $0 != " " }) }
  }
}
