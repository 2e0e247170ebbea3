import Foundation
import Testing

/// The page of promises names tests that there are.
@Suite struct ReliabilityPageTests {
  @Test func `Every promise names tests that exist`() throws {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let page = try String(contentsOf: root.appending(path: "docs/reliability.md"), encoding: .utf8)
    let promises = page.split(separator: "\n").filter { $0.hasPrefix("| P") }
    #expect(promises.count >= 19)
    let sources = TestProject.files(below: root.appending(path: "Tests").path)
      .filter { $0.hasSuffix(".swift") }
    let declared = try sources.reduce(into: Set<Substring>()) { names, path in
      let text = try String(contentsOfFile: path, encoding: .utf8)
      names.formUnion(text.matches(of: #/struct (\w+Tests)\b/#).map { Substring(String($0.1)) })
    }
    for promise in promises {
      let named = promise.matches(of: #/`(\w+Tests)`/#).map(\.1)
      #expect(!named.isEmpty, "\(promise)")
      for name in named { #expect(declared.contains(name), "\(name)") }
    }
  }
}
