import Testing

@testable import LinkCore

@Suite struct ReferencePageTests {
  private let page = LinkType.referencePage()

  @Test func hasEveryTypeAndKey() {
    for type in LinkType.all {
      #expect(page.contains("\n## \(type.name)\n"))
      for key in type.keys {
        #expect(page.contains("| `\(key.name)` | \(key.clause.rawValue) |"), "\(key.name)")
      }
      for combination in type.combinations {
        #expect(page.contains(": \(combination.why).\n"), "\(combination.why)")
      }
    }
  }

  @Test func tellsSecretsAndDeprecations() {
    #expect(
      page.contains(
        "| `sasl.password` | credentials | text | usual | **secret** | Password of the user"
      )
    )
    #expect(page.contains("**Deprecated**: replicating from MySQL"))
    #expect(page.contains("**Deprecated**: use `socket.timeout.ms`"))
    #expect(page.contains("- `aws_access_key_id` and `aws_secret_access_key` go together:"))
  }

  @Test func isTidy() {
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.last != " " })
    #expect(!page.contains("\n\n\n"))
    #expect(page.hasSuffix("\n") && !page.hasSuffix("\n\n"))
    for line in lines where line.hasPrefix("| `") {
      #expect(line.count { $0 == "|" } == 8 || line.count { $0 == "|" } == 3, "\(line)")
    }
  }
}
