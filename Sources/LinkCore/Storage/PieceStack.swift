/// Pieces of several lists that are being read at once, the innermost on top: a list that has come
/// to its end is moved into an array that has just the room for it.
///
/// Public, for the compiler builds nothing that is `package` into another module.
public struct PieceStack<Piece>: ~Copyable {
  @usableFromInline var start: UnsafeMutablePointer<Piece>
  @usableFromInline var room: Int
  @usableFromInline var filled = 0

  /// With nothing on it.
  @inlinable
  public init() {
    room = 32
    start = .allocate(capacity: room)
  }

  @inlinable
  deinit {
    start.deinitialize(count: filled)
    start.deallocate()
  }

  /// How many pieces there are.
  @inlinable
  public var count: Int { filled }

  /// A piece, counted from the outermost.
  @inlinable
  public subscript(index: Int) -> Piece {
    _read {
      precondition(index >= 0 && index < filled)
      yield start[index]
    }
  }

  /// Puts a piece on top.
  @inlinable
  public mutating func push(_ piece: consuming Piece) {
    if filled == room { grow() }
    (start + filled).initialize(to: piece)
    filled += 1
  }

  /// Takes off all from one on.
  @inlinable
  public mutating func take(from first: Int) -> [Piece] {
    precondition(first >= 0 && first <= filled)
    // An array made of uninitialized memory takes Swift longer: it asks what its elements are.
    var pieces: [Piece] = []
    pieces.reserveCapacity(filled - first)
    for index in first..<filled { pieces.append((start + index).move()) }
    filled = first
    return pieces
  }

  @inlinable
  mutating func grow() {
    room *= 2
    let larger = UnsafeMutablePointer<Piece>.allocate(capacity: room)
    larger.moveInitialize(from: start, count: filled)
    start.deallocate()
    start = larger
  }
}
