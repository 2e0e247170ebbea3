/// Finds every occurrence of many byte patterns in one pass over a text, in time linear in the text
/// however much the patterns share (Aho–Corasick).
struct PatternSearch: Sendable {
  /// Of each state: its first child, its next sibling, and the byte that leads to it.
  private var firstChild: [Int32] = [0]
  private var sibling: [Int32] = [0]
  private var label: [UInt8] = [0]
  /// The state of the longest proper suffix.
  private var fallback: [Int32] = [0]
  private var depth: [Int32] = [0]
  /// The length of the longest pattern that ends here, 0 where none does.
  private var matched: [Int32] = [0]
  /// Complete transitions of the root and of its children, where nearly every step happens.
  private var rows: [Int32] = []
  private var shallow: Int32 = 0

  var isEmpty: Bool { firstChild.count == 1 }

  init(_ patterns: some Collection<[UInt8]>) {
    for pattern in patterns where !pattern.isEmpty { insert(pattern.prefix(1), isWhole: false) }
    shallow = Int32(firstChild.count - 1)
    for pattern in patterns where !pattern.isEmpty { insert(pattern[...], isWhole: true) }
    rows = [Int32](repeating: 0, count: (Int(shallow) + 1) << 8)
    fillRow(of: 0)
    linkFallbacks()
  }

  /// Gives the range of the longest pattern that ends at each place where one does; also what
  /// stands at the very end and could be a pattern's beginning, as the length returned.
  func forEachMatch(in text: [UInt8], _ body: (Range<Int>) -> Void) -> Int {
    var state: Int32 = 0
    for (index, byte) in text.enumerated() {
      state = next(state, byte)
      let length = Int(matched[Int(state)])
      if length > 0 { body(index + 1 - length..<index + 1) }
    }
    return Int(depth[Int(state)])
  }
}

extension PatternSearch {
  private mutating func insert(_ pattern: ArraySlice<UInt8>, isWhole: Bool) {
    var state: Int32 = 0
    for byte in pattern {
      state = child(of: state, byte) ?? append(byte, to: state)
    }
    if isWhole { matched[Int(state)] = depth[Int(state)] }
  }

  private mutating func append(_ byte: UInt8, to parent: Int32) -> Int32 {
    let state = Int32(firstChild.count)
    sibling.append(firstChild[Int(parent)])
    firstChild[Int(parent)] = state
    firstChild.append(0)
    label.append(byte)
    fallback.append(0)
    depth.append(depth[Int(parent)] + 1)
    matched.append(0)
    return state
  }

  private func child(of state: Int32, _ byte: UInt8) -> Int32? {
    var child = firstChild[Int(state)]
    while child != 0 {
      if label[Int(child)] == byte { return child }
      child = sibling[Int(child)]
    }
    return nil
  }

  private func next(_ state: Int32, _ byte: UInt8) -> Int32 {
    var state = state
    while state > shallow {
      if let child = child(of: state, byte) { return child }
      state = fallback[Int(state)]
    }
    return rows[Int(state) << 8 | Int(byte)]
  }

  /// The root's row has to stand before those of its children.
  private mutating func fillRow(of state: Int32) {
    let row = Int(state) << 8
    if state != 0 { rows.replaceSubrange(row..<row + 256, with: rows[..<256]) }
    var child = firstChild[Int(state)]
    while child != 0 {
      rows[row | Int(label[Int(child)])] = child
      child = sibling[Int(child)]
    }
  }

  /// Level by level, as a state's fallback is one of a lesser depth.
  private mutating func linkFallbacks() {
    var queue = shallow > 0 ? Array(1...shallow) : []
    for state in queue { fillRow(of: state) }
    var index = 0
    while index < queue.count {
      let parent = queue[index]
      index += 1
      var child = firstChild[Int(parent)]
      while child != 0 {
        let suffix = next(fallback[Int(parent)], label[Int(child)])
        fallback[Int(child)] = suffix
        if matched[Int(child)] == 0 { matched[Int(child)] = matched[Int(suffix)] }
        queue.append(child)
        child = sibling[Int(child)]
      }
    }
  }
}
