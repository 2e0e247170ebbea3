internal import Glibc

/// Room for what a large plan takes, asked of the kernel at once instead of page by page.
enum MemoryRoom {
  /// What one arena of Glibc's allocator can hold.
  private static let size = 60 << 20
  private static let pageSize = 2 << 20

  /// Keeps what is freed for the next who asks; called before there is a second thread.
  static func keepFreed() {
    set(trimThreshold, .max)
    set(mappingThreshold, 1 << 30)
    set(padding, 32 << 20)
  }

  /// Makes room for the thread that calls, in large pages where there are any; what is never used
  /// costs nothing.
  static func make() {
    guard let room = malloc(size) else { return }
    let start = (Int(bitPattern: room) + pageSize - 1) & -pageSize
    let end = (Int(bitPattern: room) + size) & -pageSize
    madvise(UnsafeMutableRawPointer(bitPattern: start), end - start, MADV_HUGEPAGE)
    free(room)
  }

  private static let trimThreshold: CInt = -1
  private static let padding: CInt = -2
  private static let mappingThreshold: CInt = -3

  /// Swift's view of Glibc does not have it.
  private static func set(_ option: CInt, _ value: CInt) {
    guard let address = dlsym(nil, "mallopt") else { return }
    _ = unsafeBitCast(address, to: Function.self)(option, value)
  }

  private typealias Function = @convention(c) (CInt, CInt) -> CInt
}
