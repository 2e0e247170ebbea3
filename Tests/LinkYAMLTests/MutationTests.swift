import LinkCore
import LinkYAML
import Testing

/// Whatever bytes come, reading them ends in a tree or in findings, and nothing that was a secret's
/// value is shown.
@Suite struct MutationTests {
  private static let manifest = """
    # A canary stands where a secret would.
    database: Orderdb
    links:
      product_S3:
        type: S3
        description: "Products \\ud83d\\ude00 \\"quoted\\""
        config: { region: us-east-1, "a b": [1, 2.50, null], 'c': {} }
        credentials:
          aws_access_key_id: { env: ORDERS_KEY }
          aws_secret_access_key: 'CANARY-CANARY'
          other: |
            CANARY CANARY
            text
        allow:
          - rule: drop
            reason: >-
              because
              of that
    """

  /// SplitMix64, so that every run sees the same inputs.
  private struct Randomness: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static let pieces: [[UInt8]] =
    [
      "\t", "\n", "\r\n", " ", "  ", ":", ": ", "- ", "? ", "[", "]", "{", "}", ",", "\"", "'", "#",
      " # ", "|", ">", "\\", "\\ud83d", "&a ", "*a", "!t ", "<<: ", "---\n", "...\n", "%", "@", "é",
      "\u{1F600}", "\u{2028}", "\0", "a: 1\n",
    ].map { Array($0.utf8) } + [[0xFF], [0xED, 0xA0, 0x80], [0xC3]]

  private static func mutate(_ bytes: inout [UInt8], _ random: inout Randomness) {
    let start = Int.random(in: 0...bytes.count, using: &random)
    let length = Int.random(in: 0...8, using: &random)
    let end = min(bytes.count, start + length)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes.removeSubrange(start..<end)
    case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
    case 2: bytes.replaceSubrange(start..<end, with: pieces.randomElement(using: &random) ?? [])
    default: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: start)
    }
  }

  @Test func theManifestItselfIsSound() {
    #expect(shownFindings(parse(Self.manifest)) == [])
  }

  @Test func mutationsNeverTrapAndNeverTell() {
    var random = Randomness(state: 42)
    var parsed = 0
    for _ in 0..<2000 {
      var bytes = Array(Self.manifest.utf8)
      for _ in 0...Int.random(in: 0..<4, using: &random) { Self.mutate(&bytes, &random) }
      let document = YAMLParser.parse(bytes, file: "a.yml")
      if document.root != nil { parsed += 1 }
      #expect(document.root != nil || !document.diagnostics.isEmpty)
      let shown = shownFindings(document).joined() + echoes(document)
      #expect(!shown.contains("CANARY"), "\(String(decoding: bytes, as: UTF8.self))")
    }
    #expect(parsed > 200)
  }

  private func echoes(_ document: YAMLDocument) -> String {
    let places =
      document.diagnostics.compactMap(\.location)
      + (1...24).map { SourceLocation(file: "a.yml", line: $0, column: 2 * $0) }
    return places.compactMap { document.echo(at: $0) { _, _ in false }?.line }.joined()
  }
}
