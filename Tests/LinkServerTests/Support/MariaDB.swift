import Foundation
import Glibc
import LinkCore
import LinkServer

/// A MariaDB server of the tests' own, in a folder and on a port that nobody else uses.
///
/// It ends with its owner and, whatever becomes of the tests, with their process.
final class MariaDB: Sendable {
  let port: Int
  let folder: String
  private let keeper: Keeper

  var socket: String { "\(folder)/s.sock" }

  /// The one that tests share; they leave its settings alone.
  static let shared = Result { try MariaDB() }

  static let password = "it's \"right\" \\ 👩‍👩‍👧"

  /// Starts one with more options and these variables; without options it offers no TLS.
  init(_ options: [String] = ["--skip-ssl"], environment: [String: String] = [:]) throws {
    signal(SIGPIPE, SIG_IGN)
    port = try FreePort.find()
    keeper = try Keeper()
    folder = keeper.folder
    try Shell.run("cp -r \(try Template.folder.get())/data data", in: folder)
    let program = try Shell.path(of: "mariadbd", package: "mariadb-server-core")
    let arguments =
      [
        program, "--no-defaults", "--datadir=\(folder)/data", "--port=\(port)",
        "--bind-address=127.0.0.1", "--socket=\(folder)/s.sock", "--pid-file=\(folder)/pid",
        "--log-error=\(folder)/log", "--plugin-dir=\(folder)", "--skip-log-bin",
        "--innodb-flush-method=nosync", "--innodb-fast-shutdown=2", "--performance-schema=OFF",
      ] + Self.user + options
    try keeper.start(arguments, environment: environment)
    try waitUntilItAnswers()
  }

  /// Kills the server, as a crash would.
  func kill() throws {
    try Shell.run("kill -9 $(cat pid)", in: folder)
  }

  // MARK: Connecting

  func settings(
    _ user: String = "root",
    password: String? = nil,
    host: String = "127.0.0.1",
    database: String? = nil,
    limits: ServerSettings.TimeLimits = .init()
  ) -> ServerSettings {
    ServerSettings(
      ServerAddress(user: user, host: host, port: port, database: database),
      password: password.map { Secret($0) },
      encryption: .off,
      limits: limits
    )
  }

  /// As root, over the socket.
  func administrator() throws(ServerError) -> RemoteServer {
    let address = ServerAddress(user: "root", host: "", socket: socket)
    return try RemoteServer(ServerSettings(address, encryption: .off))
  }

  private func waitUntilItAnswers() throws {
    let begin = ContinuousClock.now
    while begin.duration(to: .now) < .seconds(60) {
      if let server = try? administrator(), (try? server.query("SELECT 1")) != nil { return }
      usleep(20_000)
    }
    let log = (try? String(contentsOfFile: "\(folder)/log", encoding: .utf8)) ?? "it wrote no log"
    throw Shell.Failed(description: "mariadbd does not answer: \(log)")
  }

  // MARK: Files

  /// Only root has to say that it means it.
  fileprivate static let user = getuid() == 0 ? ["--user=root"] : []
}

/// The files of a server that never ran, made once and copied for each.
private enum Template {
  static let folder = Result { try make() }
  private static let keeper = Result { try Keeper() }

  private static func make() throws -> String {
    let folder = try keeper.get().folder
    let program = try Shell.path(of: "mariadb-install-db", package: "mariadb-server-core")
    let options =
      ["--no-defaults", "--datadir=\(folder)/data", "--auth-root-authentication-method=normal"]
      + ["--skip-test-db", "--innodb-flush-method=nosync"] + MariaDB.user
    try Shell.run("\(program) \(options.joined(separator: " "))", in: folder)
    return folder
  }
}
