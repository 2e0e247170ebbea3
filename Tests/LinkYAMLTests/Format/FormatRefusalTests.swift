import LinkCore
import LinkYAML
import Testing

/// What is not formatted, and what takes no longer than it must.
@Suite struct FormatRefusalTests {
  private func rules(_ bytes: [UInt8]) -> [Rule] {
    do throws(FormatRefusal) {
      _ = try YAMLFormatter.format(bytes, file: "a.yml", as: .manifest)
      return []
    } catch .malformed(let findings) {
      return findings.filter { $0.severity == .error }.map(\.rule)
    } catch {
      Issue.record("meaning lost")
      return []
    }
  }

  @Test(arguments: [
    ("a: &x 1\n", Rule.yamlAnchor), ("a: *x\n", .yamlAnchor), ("a: !!str 1\n", .yamlTag),
    ("a: 1\na: 2\n", .duplicateKey), ("a:\n\tb: 1\n", .tabIndentation), ("<<: {}\n", .mergeKey),
    ("a: 1\n---\nb: 2\n", .severalDocuments), ("", .emptyDocument), ("# c\n", .emptyDocument),
    ("a: [1\n", .yamlSyntax), ("a: \u{1B}\n", .controlCharacter), ("? [a]\n: 1\n", .yamlSyntax),
    (String(repeating: "[", count: 70), .tooDeep),
  ])
  func whatIsNoManifestByItsForm(text: String, rule: Rule) {
    #expect(rules(Array(text.utf8)).contains(rule))
  }

  @Test func whatIsNoText_Y001() {
    #expect(rules([0x61, 0x3A, 0x20, 0xFF]) == [.encoding])
  }

  @Test func whatWouldBeTooLargeOnceFormatted() {
    let text = "a: |\n" + String(repeating: " x\n", count: 340_000)
    #expect(text.utf8.count < YAMLParser.maximumSize)
    #expect(rules(Array(text.utf8)) == [.tooLarge])
  }

  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      "a: [" + String(repeating: "x,", count: 10_000) + "]",
      "a: [" + String(repeating: "x, #c\n", count: 10_000) + "]",
      "a: \"" + String(repeating: "\\n", count: 100_000) + "\"",
      "a: |\n" + String(repeating: "  x\n", count: 10_000),
      String(repeating: "# c\n", count: 10_000) + "a: 1",
      "a:\n" + String(repeating: "- b: 1 # c\n", count: 5_000),
      "a:\n" + String(repeating: "-\n\n", count: 10_000),
      "a:" + String(repeating: "\n", count: 200_000) + "b: 1",
      String(repeating: "{a: ", count: 60) + String(repeating: "x, ", count: 10_000)
        + String(repeating: "}", count: 60),
    ]
  )
  func largeFilesTakeNoLongerThanTheyMust(text: String) {
    expectLaws(Array(text.utf8))
  }
}
