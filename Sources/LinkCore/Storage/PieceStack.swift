/// Pieces of several lists that are being read at once, the innermost on top: a list that has come
/// to its end is moved into an array that has just the room for it.
struct PieceStack<Piece>: ~Copyable {
  private var start: UnsafeMutablePointer<Piece>
  private var room = 32
  private(set) var count = 0

  init() {
    start = .allocate(capacity: room)
  }

  deinit {
    start.deinitialize(count: count)
    start.deallocate()
  }

  subscript(index: Int) -> Piece {
    _read {
      precondition(index >= 0 && index < count)
      yield start[index]
    }
  }

  mutating func push(_ piece: consuming Piece) {
    if count == room { grow() }
    (start + count).initialize(to: piece)
    count += 1
  }

  /// Takes off all from one on.
  mutating func take(from first: Int) -> [Piece] {
    precondition(first >= 0 && first <= count)
    // An array made of uninitialized memory takes Swift longer: it asks what its elements are.
    var pieces: [Piece] = []
    pieces.reserveCapacity(count - first)
    for index in first..<count { pieces.append((start + index).move()) }
    count = first
    return pieces
  }

  private mutating func grow() {
    room *= 2
    let larger = UnsafeMutablePointer<Piece>.allocate(capacity: room)
    larger.moveInitialize(from: start, count: count)
    start.deallocate()
    start = larger
  }
}
