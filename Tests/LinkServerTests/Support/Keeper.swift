import Foundation
import Glibc

/// A folder, and a program that runs in it: both are gone when their owner or this process is, however
/// it ends.
final class Keeper: Sendable {
  let folder: String
  /// A shell that reads until the last writer of its pipe is gone, and then cleans up.
  private let shell = Process()
  private let leash = Pipe()

  private static let script = """
    folder=$1
    read -r program
    if [ -n "$program" ]; then env $program & fi
    cat >/dev/null
    kill $! 2>/dev/null
    wait
    rm -rf "$folder"
    """

  init() throws {
    var template = Array("/tmp/linkctl-mariadb-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw POSIXError(.EIO) }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", Self.script, "sh", folder]
    shell.standardInput = leash
    shell.standardOutput = FileHandle.nullDevice
    shell.standardError = FileHandle.nullDevice
    try shell.run()
  }

  deinit {
    try? leash.fileHandleForWriting.close()
    shell.waitUntilExit()
  }

  /// Starts the one program of this folder; neither its arguments nor variables hold blanks.
  func start(_ arguments: [String], environment: [String: String]) throws {
    let variables = environment.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    let line = "\(variables) \(arguments.joined(separator: " "))\n"
    try leash.fileHandleForWriting.write(contentsOf: Data(line.utf8))
  }
}
