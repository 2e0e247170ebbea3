import LinkCore
import Synchronization
import Testing

@testable import linkctl

/// However many threads work, the results are those of one.
@Suite struct ThreadsTests {
  @Test(arguments: [1, 2, 3, 8, 64])
  func `Give results in the order of the items`(count: Int) {
    let items = Array(0..<1_000)
    let results = Threads(count: count).map(items) { item in
      // Some take longer than others.
      String((0...(item % 7) * 100).reduce(item, +))
    }
    #expect(results == items.map { String((0...($0 % 7) * 100).reduce($0, +)) })
  }

  @Test(arguments: [1, 2, 5])
  func `Hand results over in the order of the items`(count: Int) {
    let items = Array(0..<500)
    let taken = Mutex<[Int]>([])
    Threads(count: count).map(items) { item in
      (0...(item % 7) * 100).reduce(item, +)
    } inOrder: { result in
      taken.withLock { $0.append(result) }
    }
    #expect(taken.withLock(\.self) == items.map { (0...($0 % 7) * 100).reduce($0, +) })
  }

  @Test(arguments: [0, 1, 2])
  func `Do with few items or none`(count: Int) {
    let items = Array(0..<count)
    #expect(Threads(count: 4).map(items) { $0 + 1 } == items.map { $0 + 1 })
  }

  @Test(arguments: [0, 1, 256, 257, 1_000])
  func `Take small things in parts`(count: Int) {
    let items = Array(0..<count)
    let parts = Threads(count: 3).mapParts(of: items) { Array($0) }
    #expect(parts.flatMap(\.self) == items)
  }

  @Test(arguments: ["plan --snapshot snapshot.json --format json", "validate"])
  func `Say the same on one core as on all`(arguments: String) throws {
    let project = try TestProject(Self.files)
    let all = project.linkctl(arguments.split(separator: " ").map(String.init))
    let one = all.with { call in
      call.arguments = ["-c", "0", call.executable].map { Array($0.utf8) } + call.arguments
      call.executable = "/usr/bin/taskset"
    }
    let (expected, ended) = (try one.run(), try all.run())
    #expect(expected.ending == .exit(0))
    #expect(ended.text == expected.text)
    #expect(ended.messageText == expected.messageText)
  }

  /// Many files with slips of several kinds in them, and a snapshot with most of the links.
  private static let files: [String: String] = {
    var files = ["snapshot.json": snapshot.json.document]
    for number in 0..<40 { files["links.d/\(number).yaml"] = manifest(number) }
    return files
  }()

  private static func manifest(_ number: Int) -> String {
    let links = (0..<50).map { link in
      """
        link_\(link):
          type: \(link % 3 == 0 ? "KAFKA" : "S3")
          description: "\(number) \(link)"  # password: hunter2hunter2
          config: { regoin: eu-west-1, port: 0\(link) }
          credentials: {}
      """
    }
    return "database: d\(number)\nlinks:\n" + links.joined(separator: "\n") + "\n"
  }

  private static let snapshot = Snapshot(
    takenAt: nil,
    server: .init(product: "SingleStore", version: "9.1.3", capabilities: [.orReplace]),
    databases: (0..<40).map { "d\($0)" },
    isComplete: true,
    links: (0..<40).flatMap { number in
      (0..<45).map { link in
        CatalogLink(
          address: LinkAddress(database: "d\(number)", name: "link_\(link)"),
          type: "S3",
          description: TaggedDescription(
            link % 5 == 0 ? "as it was" : "\(number) \(link)",
            mark: .none
          ),
          config: .readable(.object([.init("regoin", "eu-west-1")]))
        )
      }
    },
    pipelines: .none
  )
}
