import Foundation
import Testing

/// A file of the repository that holds what is expected.
enum Golden {
  /// Expected outputs are written anew; the run fails all the same, so that nobody forgets.
  static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

  /// Compares with the file at a path, or writes it.
  static func expect(
    _ actual: String,
    at path: String,
    named name: String,
    _ place: SourceLocation = #_sourceLocation
  ) throws {
    let expected = try? String(contentsOfFile: path, encoding: .utf8)
    guard expected != actual else { return }
    guard isRecording else {
      Issue.record(
        "\(name) differs; got:\n\(actual)\n--- expected:\n\(expected ?? "(no such file)")",
        sourceLocation: place
      )
      return
    }
    try actual.write(toFile: path, atomically: true, encoding: .utf8)
    Issue.record("recorded \(name)", sourceLocation: place)
  }
}
