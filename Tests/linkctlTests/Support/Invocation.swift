import Foundation
import Glibc

/// A call of a program, by default of the linkctl that was built with these tests.
struct Invocation {
  /// What a stream of the program is.
  enum Stream {
    /// A file, read back when the program has ended.
    case captured
    case closed
    /// A pipe whose reader has gone.
    case broken
    /// A device or file, opened by path for reading and writing.
    case file(String)
  }

  var executable = Self.linkctl
  var arguments: [[UInt8]]
  /// All there is, but for `PATH` and `TMPDIR`, and for nobody to wait for servers that are not there.
  var environment: [String: String]
  let project: TestProject
  var input = Stream.file("/dev/null")
  var output = Stream.captured
  var messages = Stream.captured
  /// Whether a terminal among the streams becomes the one that the program belongs to.
  var leadsSession = false

  init(arguments: [[UInt8]], environment: [String: String], project: TestProject) {
    self.arguments = arguments
    self.environment = environment
    self.project = project
  }

  /// The program, which is built into the folder of the test bundle.
  static let linkctl: String = {
    let bundle =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
    return "\((bundle as NSString).deletingLastPathComponent)/linkctl"
  }()

  /// With its streams changed.
  func with(_ change: (inout Invocation) -> Void) -> Invocation {
    var copy = self
    change(&copy)
    return copy
  }

  /// Runs the program to its end.
  func run() throws -> Ended {
    try start().wait()
  }

  func start() throws -> RunningProcess {
    let name = UUID().uuidString
    let captured = (1...2).map { "\(project.streamFolder)/\(name).\($0)" }
    let actions = SpawnActions()
    try actions.connect(input, to: 0, capturedIn: "/dev/null")
    try actions.connect(output, to: 1, capturedIn: captured[0])
    try actions.connect(messages, to: 2, capturedIn: captured[1])
    try actions.changeFolder(to: project.folder)
    let identifier = try spawn(actions)
    return RunningProcess(identifier: identifier, outputFile: captured[0], messageFile: captured[1])
  }

  private func spawn(_ actions: SpawnActions) throws -> pid_t {
    let attributes = SpawnAttributes(leadsSession: leadsSession)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let defaults = [
      "PATH": path, "TMPDIR": project.temporaryFolder, "LINKCTL_CONNECT_TRIES": "1",
    ]
    let variables = defaults.merging(environment) { $1 }.map { Array("\($0)=\($1)".utf8) }
    var identifier: pid_t = 0
    let code = withCStrings([Array(executable.utf8)] + arguments) { arguments in
      withCStrings(variables) { variables in
        actions.withPointer { actions in
          attributes.withPointer { attributes in
            posix_spawn(&identifier, executable, actions, attributes, arguments, variables)
          }
        }
      }
    }
    guard code == 0 else { throw SpawnError(code: code) }
    return identifier
  }
}

struct SpawnError: Error {
  let code: Int32
}

private func withCStrings<Result>(
  _ texts: [[UInt8]],
  _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  var pointers: [UnsafeMutablePointer<CChar>?] = texts.map { text in
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: text.count + 1)
    for (index, byte) in text.enumerated() { copy[index] = CChar(bitPattern: byte) }
    copy[text.count] = 0
    return copy
  }
  defer { for pointer in pointers { pointer?.deallocate() } }
  pointers.append(nil)
  return body(pointers)
}

/// What is done in the new process before the program begins.
private final class SpawnActions {
  private var actions = posix_spawn_file_actions_t()
  private var brokenPipes: [Int32] = []

  init() {
    posix_spawn_file_actions_init(&actions)
  }

  deinit {
    posix_spawn_file_actions_destroy(&actions)
    for number in brokenPipes { close(number) }
  }

  func connect(_ stream: Invocation.Stream, to number: Int32, capturedIn file: String) throws {
    switch stream {
    case .captured:
      let flags = O_RDWR | O_CREAT | O_TRUNC
      posix_spawn_file_actions_addopen(&actions, number, file, flags, 0o600)
    case .closed:
      posix_spawn_file_actions_addclose(&actions, number)
    case .broken:
      posix_spawn_file_actions_adddup2(&actions, try brokenPipe(), number)
    case .file(let path):
      posix_spawn_file_actions_addopen(&actions, number, path, O_RDWR, 0)
    }
  }

  private typealias ChangeFolder =
    @convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, UnsafePointer<CChar>) -> Int32

  /// By a function of glibc's that the C module leaves out.
  func changeFolder(to path: String) throws {
    guard let address = dlsym(nil, "posix_spawn_file_actions_addchdir_np") else {
      throw SpawnError(code: ENOSYS)
    }
    _ = unsafeBitCast(address, to: ChangeFolder.self)(&actions, path)
  }

  private func brokenPipe() throws -> Int32 {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw SpawnError(code: errno) }
    close(ends[0])
    _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
    brokenPipes.append(ends[1])
    return ends[1]
  }

  func withPointer<Result>(
    _ body: (UnsafePointer<posix_spawn_file_actions_t>) -> Result
  ) -> Result {
    body(&actions)
  }
}

/// No signal blocked or ignored, whatever whoever runs the tests does with them.
private final class SpawnAttributes {
  private var attributes = posix_spawnattr_t()
  /// glibc's POSIX_SPAWN_SETSID, which the C module leaves out.
  private static let newSession = 0x80

  init(leadsSession: Bool) {
    posix_spawnattr_init(&attributes)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    let flags = Int(POSIX_SPAWN_SETSIGDEF) | Int(POSIX_SPAWN_SETSIGMASK)
    posix_spawnattr_setflags(&attributes, Int16(flags | (leadsSession ? Self.newSession : 0)))
  }

  deinit {
    posix_spawnattr_destroy(&attributes)
  }

  func withPointer<Result>(_ body: (UnsafePointer<posix_spawnattr_t>) -> Result) -> Result {
    body(&attributes)
  }
}
