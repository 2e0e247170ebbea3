/// A random number generator that makes the same numbers from the same seed everywhere.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension SplitMix {
  /// A text with one to three slips in it, or two texts run together.
  mutating func mutate(_ seeds: [String], letters: [Unicode.Scalar]) -> String {
    var text = Array((seeds.randomElement(using: &self) ?? "").unicodeScalars)
    if Int.random(in: 0..<5, using: &self) == 0 {
      let other = seeds.randomElement(using: &self) ?? ""
      let between = ["", ".", "_", "-", " "].randomElement(using: &self) ?? ""
      text += Array((between + other).unicodeScalars)
    }
    for _ in 0..<Int.random(in: 0...3, using: &self) { slip(in: &text, letters) }
    return String(String.UnicodeScalarView(text))
  }

  private mutating func slip(in text: inout [Unicode.Scalar], _ letters: [Unicode.Scalar]) {
    guard !text.isEmpty, let letter = letters.randomElement(using: &self) else { return }
    let place = Int.random(in: text.indices, using: &self)
    switch Int.random(in: 0..<5, using: &self) {
    case 0: text.remove(at: place)
    case 1: text.insert(letter, at: place)
    case 2: text[place] = letter
    case 3: text.swapAt(place, Int.random(in: text.indices, using: &self))
    default: text = Array(text[...place])
    }
  }
}
