import LinkCore
import LinkYAML
import Testing

/// What a digest of a file is taken of.
@Suite struct NodeMeaningTests {
  private func meaning(_ text: String) throws -> [UInt8] {
    let document = YAMLParser.parse(Array(text.utf8), file: "a.yaml")
    return try #require(document.root).meaning
  }

  @Test(
    arguments: [
      ("a: 1\nb: x\n", "# why\nb: x   # because\na: 1\n"),
      ("a: x\n", "a: 'x'\n"),
      ("a: { b: [1, x] }\n", "a:\n  b:\n    - 1\n    - \"x\"\n"),
      ("a: null\n", "a: ~\n"),
      ("a: x\r\n", "a: x\n"),
      ("a: |\n  two\n  lines\n", "a: \"two\\nlines\\n\"\n"),
    ]
  )
  func `Is the same for files that say the same`(one: String, other: String) throws {
    #expect(try meaning(one) == meaning(other))
  }

  @Test(
    arguments: [
      ("a: 1\n", "a: '1'\n"), ("a: 1\n", "a: 1.0\n"), ("a: true\n", "a: 'true'\n"),
      ("a: null\n", "a: 'null'\n"), ("a: []\n", "a: {}\n"), ("a: [x, y]\n", "a: [y, x]\n"),
      ("a: [x, y]\n", "a: [xy]\n"), ("a: { b: c }\n", "a: [b, c]\n"),
      ("a: [[x], y]\n", "a: [[x, y]]\n"), ("a: x\n", "a: X\n"), ("a: x\n", "b: x\n"),
      ("a: é\n", "a: e\u{301}\n"),
    ]
  )
  func `Differs where files say something else`(one: String, other: String) throws {
    #expect(try meaning(one) != meaning(other))
  }
}
