internal import LinkCore

/// Writes a value on one line, as far as there is room.
struct LineNotation {
  private var text = ""
  private var room: Int

  /// The value on one line; `nil` where it takes more lines or is longer than the room.
  static func text(of value: LaidValue, room: Int) -> String? {
    switch value {
    case .scalar(let scalar): return scalar.value(in: .block)
    case .block: return nil
    // There is no other way to write nothing.
    case .collection(let collection) where collection.children.isEmpty:
      return collection.isMap ? "{}" : "[]"
    case .collection(let collection):
      var notation = LineNotation(room: room)
      return notation.append(collection) ? notation.text : nil
    }
  }

  private init(room: Int) {
    self.room = room
  }

  private mutating func append(_ collection: LaidCollection) -> Bool {
    if collection.children.isEmpty { return append(collection.isMap ? "{}" : "[]") }
    guard collection.mayStandInLine, append(collection.isMap ? "{ " : "[") else { return false }
    for (index, child) in collection.children.enumerated() {
      guard index == 0 || append(", "), append(child) else { return false }
    }
    return append(collection.isMap ? " }" : "]")
  }

  private mutating func append(_ child: LaidChild) -> Bool {
    if let key = child.key {
      let name = key.key(in: .flow)
      // `{ a: , b: 1 }` is a text `a:` to some readers.
      if case .scalar(let scalar) = child.value, scalar.isMissing { return append(name) }
      guard append(name + ": ") else { return false }
    }
    switch child.value {
    case .block: return false
    case .scalar(let scalar): return append(scalar.value(in: .flow))
    case .collection(let collection): return append(collection)
    }
  }

  /// Appends a piece; `false` where there is no room for it.
  private mutating func append(_ piece: String) -> Bool {
    room -= piece.unicodeScalars.count
    guard room >= 0 else { return false }
    text += piece
    return true
  }
}
