import Glibc
import Synchronization

@testable import linkctl

/// A name in a folder of a disk that keeps only what somebody has waited for: of the rest, any part may
/// be there after a power cut, and the last piece of it torn.
final class ForgetfulPlace: DurablePlace {
  /// A file's bytes.
  struct Content {
    /// On the disk for sure.
    var kept: [UInt8] = []
    /// Written behind that, piece by piece.
    var pending: [[UInt8]] = []
  }

  /// A change of the folder's names.
  enum Change {
    case link(String, file: Int)
    case rename(String, to: String, file: Int)
    case unlink(String)
  }

  struct State {
    var files: [Content] = []
    /// As a running program sees them.
    var names: [String: Int] = [:]
    var keptNames: [String: Int] = [:]
    var pendingChanges: [Change] = []
    /// How often something was waited for.
    var waits = 0
  }

  let path: String
  var name: String { path }
  private let state: Mutex<State>
  private let observe: @Sendable (State) -> Void
  /// Which wait fails, counted from 1.
  private let failingWait: Int?

  /// Whoever observes is shown the disk after each call: the power may go at any of these moments.
  init(
    _ name: String,
    holding bytes: [UInt8]? = nil,
    failingWait: Int? = nil,
    observe: @escaping @Sendable (State) -> Void
  ) {
    path = name
    var state = State()
    if let bytes {
      state.files = [Content(kept: bytes)]
      state.names = [name: 0]
      state.keptNames = state.names
    }
    self.state = Mutex(state)
    self.observe = observe
    self.failingWait = failingWait
  }

  var waits: Int { state.withLock { $0.waits } }
  var names: [String] { state.withLock { $0.names.keys.sorted() } }

  fileprivate func change(_ body: (inout State) throws(FileError) -> Void) throws(FileError) {
    let after = try state.withLock { state throws(FileError) in
      try body(&state)
      return state
    }
    observe(after)
  }

  fileprivate func wait(_ body: (inout State) -> Void) throws(FileError) {
    try change { state throws(FileError) in
      state.waits += 1
      if state.waits == failingWait { throw FileError(path, .system(SystemError(code: EIO))) }
      body(&state)
    }
  }

  func replaceableMode() throws(FileError) -> mode_t? {
    state.withLock { $0.names[name] == nil ? nil : 0o600 }
  }

  func create(_ name: String) throws(FileError) -> any DurableFile {
    var number = 0
    try change { state throws(FileError) in
      guard state.names[name] == nil else { throw FileError(path, .alreadyExists) }
      number = state.files.count
      state.files.append(Content())
      state.names[name] = number
      state.pendingChanges.append(.link(name, file: number))
    }
    return ForgetfulFile(place: self, number: number)
  }

  func rename(_ temporary: String) throws(FileError) {
    try change { state throws(FileError) in
      guard let file = state.names.removeValue(forKey: temporary) else {
        throw FileError(path, .missing)
      }
      state.names[name] = file
      state.pendingChanges.append(.rename(temporary, to: name, file: file))
    }
  }

  func remove(_ name: String) {
    try? change { state throws(FileError) in
      state.names[name] = nil
      state.pendingChanges.append(.unlink(name))
    }
  }

  func synchronize() throws(FileError) {
    try wait { state in
      state.keptNames = state.names
      state.pendingChanges = []
    }
  }
}

private struct ForgetfulFile: DurableFile {
  let place: ForgetfulPlace
  let number: Int

  func lock() throws(FileError) {}

  func setMode(_ mode: mode_t) throws(FileError) {}

  func write(_ bytes: [UInt8]) throws(FileError) {
    try place.change { state throws(FileError) in state.files[number].pending.append(bytes) }
  }

  func synchronize() throws(FileError) {
    try place.wait { state in
      state.files[number].kept += state.files[number].pending.flatMap { $0 }
      state.files[number].pending = []
    }
  }
}
