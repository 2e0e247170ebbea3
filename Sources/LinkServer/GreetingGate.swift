internal import CMariaDB
internal import LinkCore
internal import Synchronization

/// Connects where the host's name is not verified, and sends nothing to a server that offers no TLS.
///
/// Without a name to verify the library would go on in plain text. So the server's greeting is looked
/// at as it comes in, and the connection is cut before the library could answer.
enum GreetingGate {
  /// Handles that have not been greeted yet, and those whose greeting was refused.
  private struct Handles {
    var waiting: Set<UInt> = []
    var refused: Set<UInt> = []
  }

  private static let handles = Mutex(Handles())

  /// Registered once: the library has one list for all connections, and no lock around it.
  private static let isWatching =
    ma_pvio_register_callback(1) { mode, handle, bytes, count in
      guard mode == 0, let handle else { return }
      GreetingGate.look(at: UnsafeBufferPointer(start: bytes, count: max(count, 0)), of: handle)
    } == 0

  static func connect(
    _ handle: UnsafeMutablePointer<MYSQL>,
    _ settings: ServerSettings
  ) throws(ServerError) {
    guard ClientLibrary.canIgnoreHost, isWatching else { throw .hostIsVerified }
    let key = UInt(bitPattern: handle)
    handles.withLock { _ = $0.waiting.insert(key) }
    let isConnected = Login(settings).connect(handle)
    let (isWaiting, isRefused) = handles.withLock { handles in
      (handles.waiting.remove(key) != nil, handles.refused.remove(key) != nil)
    }
    guard !isRefused, !(isConnected && isWaiting) else { throw .noEncryption }
    guard isConnected else { throw .connecting(handle, settings) }
  }

  /// The first that comes in over a connection is the greeting.
  private static func look(
    at bytes: UnsafeBufferPointer<UInt8>,
    of handle: UnsafeMutablePointer<MYSQL>
  ) {
    let key = UInt(bitPattern: handle)
    let isRefused = handles.withLock { handles in
      guard handles.waiting.remove(key) != nil, !offersEncryption(bytes) else { return false }
      return handles.refused.insert(key).inserted
    }
    if isRefused { mariadb_cancel(handle) }
  }

  /// Whether a greeting has the bit that stands for TLS; one that does not come in one piece has not.
  ///
  /// Behind a head of 4 bytes: the protocol, a version that ends with NUL, 4 bytes of a number, 8 of a
  /// challenge, NUL, and the low 16 bits of what the server can do.
  private static func offersEncryption(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count > 5, bytes[4] == 10, let end = bytes[5...].firstIndex(of: 0),
      end + 15 < bytes.count
    else { return false }
    let abilities = UInt32(bytes[end + 14]) | UInt32(bytes[end + 15]) << 8
    return abilities & UInt32(CLIENT_SSL) != 0
  }
}
