internal import Glibc

/// What a process that holds secrets arranges before it does anything else.
enum ProcessHygiene {
  /// Swift's runtime prints registers and memory for these, and a core file holds all of it.
  static let crashSignals = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGSEGV, SIGFPE]

  /// Lets a crash show nothing, nobody look in, a reader go away, a file grow too large for its
  /// limit, and files be its owner's alone.
  static func harden() {
    for signal in crashSignals { Glibc.signal(signal, SIG_DFL) }
    for signal in [SIGPIPE, SIGXFSZ] { Glibc.signal(signal, SIG_IGN) }
    umask(0o077)
    forbidCoreFile()
    forbidTracing()
    occupyStandardStreams()
  }

  private static func forbidCoreFile() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
  }

  /// Closes `/proc/self/environ` and debuggers to other processes of this user.
  private static func forbidTracing() {
    ProcessControl.call(ProcessControl.setDumpable, 0)
  }

  /// A file opened later must not get the number of a stream that the caller closed.
  ///
  /// What is meant for a person would be written into it. Opened the wrong way round, the stream
  /// fails as a closed one does.
  private static func occupyStandardStreams() {
    for (number, mode) in [(Int32(0), O_WRONLY), (1, O_RDONLY), (2, O_RDONLY)]
    where fcntl(number, F_GETFD) == -1 {
      _ = open("/dev/null", mode)
    }
  }
}

/// Linux's `prctl`, whose C declaration takes a variable number of arguments, which Swift cannot pass.
enum ProcessControl {
  static let getDumpable: CInt = 3
  static let setDumpable: CInt = 4

  private typealias Function =
    @convention(c) (CInt, CUnsignedLong, CUnsignedLong, CUnsignedLong, CUnsignedLong) -> CInt

  /// Gives -1 where the system refuses.
  @discardableResult
  static func call(_ option: CInt, _ argument: CUnsignedLong = 0) -> CInt {
    guard let address = dlsym(nil, "prctl") else { return -1 }
    return unsafeBitCast(address, to: Function.self)(option, argument, 0, 0, 0)
  }
}
