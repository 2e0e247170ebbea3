@testable import linkctl

extension ForgetfulPlace.State {
  /// What the disk may hold after a power cut at this moment: file contents by name.
  ///
  /// Every subset of what is pending where there is little of it, else those of a fixed draw; each with
  /// the last piece that is there whole and torn.
  func images() -> [[String: [UInt8]]] {
    let pieces = files.map(\.pending.count).reduce(0, +)
    let bits = pendingChanges.count + pieces
    let masks: [UInt64]
    if bits <= 6 {
      masks = Array(0..<(1 << UInt64(bits)))
    } else {
      var numbers = SystemNumbers(seed: UInt64(bits))
      masks = [0, .max] + (0..<62).map { _ in numbers.next() }
    }
    let tears: [Int?] = [nil] + (0..<Self.parts).map(\.self)
    return masks.flatMap { mask in tears.map { image(mask, tearing: $0) } }
  }

  /// At so many places a torn piece may end.
  fileprivate static var parts: Int { 16 }

  /// The changes and pieces whose bits are set; the last piece torn behind one of its parts.
  private func image(_ mask: UInt64, tearing part: Int?) -> [String: [UInt8]] {
    var bit: UInt64 = 0
    func isThere() -> Bool {
      defer { bit += 1 }
      return mask >> (bit % 64) & 1 == 1
    }
    var names = keptNames
    for change in pendingChanges where isThere() {
      switch change {
      case .link(let name, let file): names[name] = file
      case .rename(let old, let new, let file):
        names[old] = nil
        names[new] = file
      case .unlink(let name): names[name] = nil
      }
    }
    let contents = files.map { file in
      let chosen = file.pending.map { _ in isThere() }
      return file.bytes(chosen, tearing: part)
    }
    return names.mapValues { contents[$0] }
  }
}

extension ForgetfulPlace.Content {
  /// The kept bytes with some of the pending pieces behind them; where one is missing are zeros.
  fileprivate func bytes(_ chosen: [Bool], tearing part: Int?) -> [UInt8] {
    var bytes = kept
    var end = kept.count
    let last = chosen.lastIndex(of: true)
    for (index, piece) in pending.enumerated() {
      defer { end += piece.count }
      guard chosen[index] else { continue }
      let isTorn = index == last && part != nil
      let length = isTorn ? piece.count * (part ?? 0) / ForgetfulPlace.State.parts : piece.count
      bytes += [UInt8](repeating: 0, count: end - bytes.count) + piece.prefix(length)
    }
    return bytes
  }
}

/// Numbers that look like chance and are the same each time.
private struct SystemNumbers {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &+ 0x9E37_79B9_7F4A_7C15
  }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
