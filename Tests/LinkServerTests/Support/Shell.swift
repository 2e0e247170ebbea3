import Foundation

/// Runs programs that tests need.
enum Shell {
  struct Failed: Error, CustomStringConvertible {
    let description: String
  }

  /// Runs a script to its end in a folder; gives what it wrote.
  @discardableResult
  static func run(
    _ script: String,
    in folder: String,
    environment: [String: String] = [:]
  ) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-euc", script]
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let text = String(decoding: bytes, as: UTF8.self)
    guard process.terminationStatus == 0 else {
      throw Failed(description: "\(script) ended with \(process.terminationStatus): \(text)")
    }
    return text
  }

  /// The full path of a program; what is not there has to be installed, and no test passes without.
  static func path(of program: String, package: String) throws -> String {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let paths = (folders.map(String.init) + ["/usr/sbin", "/usr/local/sbin", "/usr/local/bin"])
      .map { "\($0)/\(program)" }
    guard let path = paths.first(where: FileManager.default.isExecutableFile) else {
      throw Failed(description: "\(program) is missing: apt-get install \(package)")
    }
    return path
  }
}
