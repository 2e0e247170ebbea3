internal import Glibc

/// The processor's cores.
enum Cores {
  /// How many of them this process may use; `taskset` and containers allow fewer than there are.
  static let usable: Int = {
    var set = cpu_set_t()
    let size = MemoryLayout<cpu_set_t>.size
    // Glibc declares it for GNU's sources only, which Swift's view of it is not.
    guard let address = dlsym(nil, "sched_getaffinity"),
      unsafeBitCast(address, to: Function.self)(0, size, &set) == 0
    else { return 1 }
    return withUnsafeBytes(of: set) { $0.reduce(0) { $0 + $1.nonzeroBitCount } }
  }()

  private typealias Function = @convention(c) (pid_t, Int, UnsafeMutableRawPointer) -> CInt
}
