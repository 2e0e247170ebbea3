import Foundation
import Glibc

/// A project of a test's own below a temporary folder, gone with it.
///
/// Beside the project lie the folder that the program is told to use for temporary files, and what
/// it wrote to its streams.
final class TestProject: Sendable {
  private let root: String

  /// Where linkctl is started.
  var folder: String { "\(root)/project" }
  /// The program's `TMPDIR`.
  var temporaryFolder: String { "\(root)/tmp" }
  /// Captured streams.
  var streamFolder: String { "\(root)/streams" }

  init(_ files: [String: String] = [:]) throws {
    var template = Array("/tmp/linkctl-cli-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw POSIXError(.EIO) }
    root = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    for path in [folder, temporaryFolder, streamFolder] { try Self.makeFolder(path) }
    for (path, text) in files { try write(text, to: path) }
  }

  /// With a copy of a folder's files in it.
  convenience init(copying folder: String) throws {
    try self.init()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      try FileManager.default.copyItem(
        atPath: "\(folder)/\(name)",
        toPath: path(name)
      )
    }
  }

  deinit {
    chmod(folder, 0o700)
    try? FileManager.default.removeItem(atPath: root)
  }

  private static func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// The full path of a file of the project.
  func path(_ name: String) -> String {
    "\(folder)/\(name)"
  }

  func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    let path = path(name)
    try Self.makeFolder((path as NSString).deletingLastPathComponent)
    try Data(bytes).write(to: URL(filePath: path))
  }

  func bytes(of name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(filePath: path(name))))
  }

  /// The journal of the last run.
  var journal: String {
    get throws {
      guard let file = Self.files(below: path(".linkctl/runs")).last else { return "" }
      return try String(contentsOfFile: file, encoding: .utf8)
    }
  }

  func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: path(name))
  }

  /// The full paths of all files below a folder, those of folders left out.
  static func files(below folder: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.sorted().map { "\(folder)/\($0)" }.filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }
  }
}

extension TestProject {
  /// A call of linkctl in the project folder, with nothing but these variables and `PATH`.
  func linkctl(
    _ arguments: String...,
    environment: [String: String] = [:]
  ) -> Invocation {
    linkctl(arguments, environment: environment)
  }

  func linkctl(_ arguments: [String], environment: [String: String] = [:]) -> Invocation {
    Invocation(
      arguments: arguments.map { Array($0.utf8) },
      environment: environment,
      project: self
    )
  }

  /// Runs linkctl to its end.
  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Ended {
    try linkctl(arguments, environment: environment).run()
  }
}
