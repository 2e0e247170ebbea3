import FoundationEssentials
import Glibc
import LinkCore
import LinkSandbox
import LinkSeal
import SandboxServer
import Synchronization

/// A sandbox that is served as long as this is there, in a folder of its own.
final class ServedFolder: Sendable {
  let listener: SandboxListener
  private let path: String
  private let fired = Mutex<[String]>([])

  struct NoFolder: Error {}

  init(
    password: String? = nil,
    faults: [String] = [],
    databases: [String] = ["prod"]
  ) throws {
    var template = Array("/tmp/linkctl-served-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw NoFolder() }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let file = "\(path)/catalog.db"
    let sandbox = try Sandbox(path: file, mode: .readWrite, digest: LinkSeal.Digest.sha256)
    for database in databases { _ = try sandbox.query("CREATE DATABASE `\(database)`") }
    let settings = SandboxListener.Settings(
      port: 0,
      account: Account(password: password.map { Secret($0) }, hash: Digest.sha1),
      faults: try faults.map { try FaultReader.fault(in: $0) },
      threads: 2
    )
    listener = try SandboxListener(settings) { () throws(ServerError) in
      try Sandbox(path: file, mode: .readWrite, digest: LinkSeal.Digest.sha256)
    }
  }

  deinit {
    listener.stop()
    listener.serve()
    try? FileManager.default.removeItem(atPath: path)
  }

  /// What the catalog holds, read past the server.
  func links() throws -> [String] {
    let sandbox = try Sandbox(
      path: "\(path)/catalog.db",
      mode: .readOnly,
      digest: LinkSeal.Digest.sha256
    )
    return try sandbox.query("SELECT LINK FROM information_schema.LINKS").rows.map { $0[0] ?? "" }
  }

  /// A connection that has logged in.
  func client(_ capabilities: UInt32 = WireClient.usual) throws -> WireClient {
    let client = try WireClient(port: listener.port)
    try client.logIn(capabilities)
    return client
  }
}
