import Glibc
import LinkCore
import LinkYAML
import Testing

/// Whatever a file holds, twice as much of it takes some twice as long: no file of a megabyte keeps
/// anybody waiting.
@Suite struct GrowthTests {
  /// What a file may hold very much of.
  struct Shape: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: @Sendable (Int) -> String

    init(_ description: String, _ text: @escaping @Sendable (Int) -> String) {
      testDescription = description
      self.text = text
    }
  }

  static let shapes = [
    Shape("links without anything") { count in
      "links:\n" + (0..<count).map { "  l\($0): {}\n" }.joined()
    },
    Shape("links with a misspelt key") { count in
      "links:\n" + (0..<count).map { "  l\($0): { tipe: S3 }\n" }.joined()
    },
    Shape("empty keys") { count in
      String(repeating: "? \n", count: count)
    },
    Shape("unknown keys of links") { count in
      (0...count / 500).reduce(into: "database: d\nlinks:\n") { text, link in
        text += "  l\(link):\n    type: KAFKA\n    credentials: {}\n    config:\n"
        text += (0..<500).map { "      sasl.mechanis\(link)m\($0): 1\n" }.joined()
      }
    },
    Shape("one link with many keys") { count in
      "database: d\nlinks: { l: { type: S3, config: {"
        + (0..<count).map { "k\($0): 1, " }.joined() + "} } }\n"
    },
    Shape("comments") { count in
      "links: {}\n" + String(repeating: "# password=hunter2\n", count: count)
    },
    Shape("signs of comments in a text") { count in
      "links: { \"" + String(repeating: "#", count: count * 10) + "\": {} }\n"
    },
    Shape("links declared twice over") { count in
      "database: d\ndefaults: { update: replace }\nlinks:\n"
        + (0..<count).map { "  l: { type: S\($0) }\n" }.joined()
    },
    Shape("numbers that may be none") { count in
      "database: d\nlinks:\n"
        + (0..<count).map { "  l\($0): { type: S3, config: { a: 1_0, b: 012 } }\n" }.joined()
    },
    Shape("beginnings of secrets in a text") { count in
      "database: d\nlinks: { l: { type: S3, config: { a: \""
        + String(repeating: "bearer basic eyJ.eyJ -----BEGIN AKIA token= ", count: count)
        + "\" } } }\n"
    },
  ]

  @Test(arguments: shapes)
  func `Takes no more than its share of time`(shape: Shape) {
    let (little, much) = (shape.text(1_000), shape.text(4_000))
    // Four times as much would take sixteen times as long where each looked at every other.
    #expect(quickest { findings(in: much) } < quickest { findings(in: little) } * 10)
  }

  /// The findings of a file by all that reads and checks it.
  private func findings(in text: String) -> Int {
    let document = YAMLParser.parse(Array(text.utf8), file: "a.yaml")
    var findings = document.diagnostics
    findings += document.comments.compactMap { .secret(inComment: $0.text, at: $0.location) }
    guard let root = document.root else { return findings.ordered().count }
    let (manifest, found) = Manifest.read(root, file: "a.yaml")
    findings += found
    let reader = DesiredLinksReader(
      values: EnvironmentValues(environment: "default"),
      declaredEnvironments: nil
    )
    guard let read = manifest.map(reader.read) else { return findings.ordered().count }
    let context = CheckContext(policy: SecretPolicy(), folder: "/", ownSources: [])
    for link in read.links {
      findings += LinkCheck.all.flatMap { $0.findings(link, context) }.map(\.diagnostic)
    }
    return (findings + read.findings).ordered().count
  }

  /// The processor time of this thread, whatever else the machine has to do; the best of three.
  private func quickest(_ work: () -> Int) -> Double {
    (0..<3).map { _ in
      let start = processorTime()
      #expect(work() > 0)
      return processorTime() - start
    }.min() ?? 0
  }

  private func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
