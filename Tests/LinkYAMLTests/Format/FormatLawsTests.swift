import LinkCore
import LinkYAML
import Testing

/// What is true of every file: formatting it again changes nothing, it says the same, and no comment
/// is lost.
@Suite struct FormatLawsTests {
  @Test(arguments: [DocumentShape.manifest, .project])
  func holdForGeneratedFiles(shape: DocumentShape) {
    var count = 0
    for seed in 0..<700
    where expectLaws(Array(ManifestGenerator.text(seed: UInt64(seed)).utf8), as: shape) {
      count += 1
    }
    #expect(count > 350, "\(count) of the generated files were sound")
  }

  private static let manifest = """
    # Orders.

    database: Orderdb # the shop's
    defaults:
        config: { region: us-east-1, tags: [a, 'b c', 1.50] }
    links:
      product_S3:
        # why
        credentials:
          aws_access_key_id: { suffix: x, env: ORDERS_KEY }   # first
          other: |+
            text

        type: S3
        description: "Products \\ud83d\\ude00 \\"quoted\\""
        allow:
        - reason: >-
            because
            of that
          # which
          rule: drop
        # end of it

      "no": { type: HTTP, # in brackets
        config: {} }
      last:
        state: absent
    # end
    """

  private static let pieces: [[UInt8]] =
    [
      "\t", "\n", "\r\n", " ", "  ", ":", ": ", "- ", "? ", "[", "]", "{", "}", ",", "\"", "'", "#",
      " # x", "|", ">", "|2-\n", "\\", "&a ", "!t ", "<<: ", "---\n", "...\n", "%", "@", "é",
      "\u{A0}",
      "\u{1F600}", "\u{2028}", "\0", "a: 1\n", "\n\n\n", "# y\n", "    # z\n", "  - ", "true",
      "0o7",
    ].map { Array($0.utf8) } + [[0xFF], [0xED, 0xA0, 0x80]]

  private static func mutate(_ bytes: inout [UInt8], _ random: inout SeededRandomness) {
    let start = Int.random(in: 0...bytes.count, using: &random)
    let end = min(bytes.count, start + Int.random(in: 0...8, using: &random))
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes.removeSubrange(start..<end)
    case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
    case 2: bytes.replaceSubrange(start..<end, with: pieces.randomElement(using: &random) ?? [])
    default: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: start)
    }
  }

  @Test func holdForMutationsOfAManifest() {
    var random = SeededRandomness(state: 7)
    var count = 0
    for _ in 0..<1500 {
      var bytes = Array(Self.manifest.utf8)
      for _ in 0...Int.random(in: 0..<3, using: &random) { Self.mutate(&bytes, &random) }
      if expectLaws(bytes) { count += 1 }
    }
    #expect(count > 450, "\(count) of the mutations were sound")
  }

  @Test func holdForTheManifestItself() {
    #expect(expectLaws(Array(Self.manifest.utf8)))
  }
}
