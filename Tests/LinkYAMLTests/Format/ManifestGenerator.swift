/// Writes random files in every style YAML has, with comments wherever they may stand.
struct ManifestGenerator {
  private var random: SeededRandomness
  private(set) var text = ""
  private var commentCount = 0

  init(seed: UInt64) {
    random = SeededRandomness(state: seed)
  }

  static func text(seed: UInt64) -> String {
    var generator = ManifestGenerator(seed: seed)
    generator.writeFile()
    let text = generator.text
    return generator.chance(8) ? text.replacing("\n", with: "\r\n") : text
  }

  private static let keys = [
    "type", "database", "description", "config", "credentials", "allow", "environments", "links",
    "defaults", "rule", "reason", "until", "env", "file", "value", "prefix", "suffix", "protect",
    "a", "b", "sasl.username", "yes", "1", "a b", "a: b", "é", "#x", "", "null", "- x", "[q]",
  ]

  private static let texts = [
    "x", "two words", "no", "on", "~", "null", "true", "12", "1.10", "-7e3", "0o17", "0x1F",
    "1_000",
    "12:30:45", "2026-11-22", "+1", ".5", "", " lead", "trail ", "it's", "say \"hi\"",
    "back\\slash",
    "{\"a\": 1}", "a: b", "a #b", "#c", "- d", "-e", "? f", "|", ">", "&g", "*h", "!i", "%j", "@k",
    "`l", "a,b", "[m", "n]", "{o", "p}", "q:", ":r", "---", "...", "http://u@h:1/p?q", "é",
    "\u{1F600}",
    "\u{A0}x", "zero\u{200B}width", "tab\there", "line\nbreak", "two\n\nbreaks\n", "\u{FEFF}mark",
    "'", "\"", "\\", "''\\\"", "=", "<<", "us-east-1", "1.2.3.4", "10.0.0.0/8", "ORDERS_KEY",
    "a rather long text that takes its share of a line that has only so much room for it",
  ]

  private mutating func chance(_ count: Int) -> Bool {
    Int.random(in: 0..<count, using: &random) == 0
  }

  private mutating func pick(_ texts: [String]) -> String {
    texts.randomElement(using: &random) ?? ""
  }

  private mutating func spaces(_ range: ClosedRange<Int>) -> String {
    String(repeating: " ", count: Int.random(in: range, using: &random))
  }

  // MARK: File, comments

  private mutating func writeFile() {
    if chance(10) { text += "\u{FEFF}" }
    writeBetween(indentation: 0)
    if chance(6) { text += chance(2) ? "---\n" : "--- # c\(nextComment())\n" }
    if chance(12) {
      text += flow(depth: 3) + trailing() + "\n"
    } else {
      writeMap(at: chance(6) ? 2 : 0, depth: 4)
    }
    writeBetween(indentation: 0)
    if chance(8) { text += "...\n" }
    if chance(5), text.last == "\n" { text.removeLast() }
  }

  private mutating func nextComment() -> Int {
    commentCount += 1
    return commentCount
  }

  private mutating func trailing() -> String {
    chance(3)
      ? spaces(1...3) + "#" + pick(["", " ", "\t"]) + "c\(nextComment())" + spaces(0...1) : ""
  }

  private mutating func writeBetween(indentation: Int) {
    while chance(4) {
      if chance(2) {
        text += "\n"
      } else {
        text += spaces(0...(indentation + 3)) + "# c\(nextComment())\n"
      }
    }
  }

  // MARK: Block style

  private mutating func writeMap(at indentation: Int, depth: Int, isCompact: Bool = false) {
    var used: Set<String> = []
    for index in 0...Int.random(in: 0..<4, using: &random) {
      let key = pick(Self.keys)
      guard used.insert(key).inserted else { continue }
      if index > 0 || !isCompact {
        writeBetween(indentation: indentation)
        text += String(repeating: " ", count: indentation)
      }
      text += chance(30) ? "? \(notation(key, isKey: true))\n\(pad(indentation)):" : keyText(key)
      writeValue(below: indentation, depth: depth, mayBeLevel: true)
    }
  }

  private mutating func keyText(_ key: String) -> String {
    notation(key, isKey: true) + (chance(9) ? " :" : ":")
  }

  private func pad(_ count: Int) -> String { String(repeating: " ", count: count) }

  private mutating func writeList(at indentation: Int, depth: Int, isCompact: Bool = false) {
    for index in 0...Int.random(in: 0..<3, using: &random) {
      if index > 0 || !isCompact {
        writeBetween(indentation: indentation)
        text += pad(indentation)
      }
      text += "-"
      let inner = Int.random(in: 1...3, using: &random)
      switch Int.random(in: 0..<(depth > 0 ? 5 : 2), using: &random) {
      case 3:
        text += pad(inner)
        writeMap(at: indentation + 1 + inner, depth: depth - 1, isCompact: true)
      case 4:
        text += pad(inner)
        writeList(at: indentation + 1 + inner, depth: depth - 1, isCompact: true)
      default: writeValue(below: indentation, depth: depth, mayBeLevel: false)
      }
    }
  }

  private mutating func writeValue(below indentation: Int, depth: Int, mayBeLevel: Bool) {
    let inner = indentation + Int.random(in: 1...4, using: &random)
    switch Int.random(in: 0..<(depth > 0 ? 10 : 6), using: &random) {
    case 0: text += trailing() + "\n"
    case 1, 2, 3:
      text += spaces(1...2) + notation(pick(Self.texts), isKey: false) + trailing() + "\n"
    case 4: writeBlockText(below: indentation)
    case 5:
      text +=
        (chance(5) ? trailing() + "\n" + pad(inner) : " ") + flow(depth: 3) + trailing() + "\n"
    case 6, 7, 8:
      text += trailing() + "\n"
      writeBetween(indentation: inner)
      writeMap(at: inner, depth: depth - 1)
    default:
      text += trailing() + "\n"
      writeList(at: mayBeLevel && chance(2) ? indentation : inner, depth: depth - 1)
    }
  }

  private mutating func writeBlockText(below indentation: Int) {
    let inner = Int.random(in: 1...4, using: &random)
    let isIndicated = chance(3)
    text += " " + pick(["|", ">"]) + (isIndicated ? "\(inner)" : "") + pick(["", "-", "+"])
    text += trailing() + "\n"
    var isFirst = true
    for _ in 0..<Int.random(in: 0..<5, using: &random) {
      if chance(4) {
        text += chance(3) && (isIndicated || !isFirst) ? pad(indentation + inner + 2) + "\n" : "\n"
      } else {
        let extra = isIndicated || !isFirst ? pick(["", "", "  ", "\t"]) : ""
        text +=
          pad(indentation + inner) + extra + pick(["text", "# no comment", "a: b", "- x "]) + "\n"
        isFirst = false
      }
    }
  }

  // MARK: Flow style and scalars

  private mutating func flow(depth: Int) -> String {
    let isMap = chance(2)
    var pieces: [String] = []
    for index in 0..<Int.random(in: 0..<4, using: &random) {
      let value =
        depth > 0 && chance(3)
        ? flow(depth: depth - 1) : notation(pick(Self.texts), isKey: false, isFlow: true)
      let key = notation(
        Self.keys[(index * 11 + depth) % Self.keys.count],
        isKey: true,
        isFlow: true
      )
      let isPair = isMap || chance(9)
      pieces.append(breaks() + (isPair ? key + ": " + value : value) + breaks())
    }
    let end = !pieces.isEmpty && chance(6) ? "," : ""
    let body = pieces.joined(separator: "," + breaks()) + end + breaks()
    return isMap ? "{" + body + "}" : "[" + body + "]"
  }

  /// White space in brackets, at times with a comment.
  private mutating func breaks() -> String {
    guard chance(12) else { return spaces(0...2) }
    return (chance(2) ? " # c\(nextComment())" : "") + (chance(6) ? "\n" : "") + "\n            "
  }

  private mutating func notation(_ text: String, isKey: Bool, isFlow: Bool = false) -> String {
    let escaped = "\"" + text.unicodeScalars.map(Self.escaped).joined() + "\""
    switch Int.random(in: 0..<3, using: &random) {
    case 0 where !text.contains("\n") && !text.contains("\t"):
      return "'" + text.replacing("'", with: "''") + "'"
    case 1: return escaped
    default:
      let plain = "abcdefghijklmnopqrstuvwxyz0123456789ORDERS_KEY.~"
      let isPlain = !text.isEmpty && text.allSatisfy { plain.contains($0) || $0 == " " }
      guard isPlain, text.first != " ", text.last != " " else { return escaped }
      return !isKey && chance(4) ? text.replacing(" ", with: "\n             ") : text
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"", "\\": "\\\(scalar)"
    case "\n": "\\n"
    case "\t": "\\t"
    case "\u{200B}", "\u{FEFF}": "\\u" + (scalar == "\u{200B}" ? "200B" : "FEFF")
    default: String(scalar)
    }
  }
}
