/// Pieces of several lists that are being read at once, the innermost on top: a list that has come
/// to its end is moved into an array that has just the room for it.
package struct PieceStack<Piece>: ~Copyable {
  @usableFromInline var start: UnsafeMutablePointer<Piece>
  @usableFromInline var room: Int
  @usableFromInline var filled = 0

  @inlinable
  package init() {
    room = 32
    start = .allocate(capacity: room)
  }

  @inlinable
  deinit {
    start.deinitialize(count: filled)
    start.deallocate()
  }

  @inlinable
  package var count: Int { filled }

  @inlinable
  package subscript(index: Int) -> Piece {
    _read {
      precondition(index >= 0 && index < filled)
      yield start[index]
    }
  }

  @inlinable
  package mutating func push(_ piece: consuming Piece) {
    if filled == room { grow() }
    (start + filled).initialize(to: piece)
    filled += 1
  }

  /// Takes off all from one on.
  @inlinable
  package mutating func take(from first: Int) -> [Piece] {
    precondition(first >= 0 && first <= filled)
    guard first < filled else { return [] }
    let source = start + first
    let count = filled - first
    filled = first
    return Array(unsafeUninitializedCapacity: count) { pieces, initialized in
      pieces.baseAddress?.moveInitialize(from: source, count: count)
      initialized = count
    }
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
