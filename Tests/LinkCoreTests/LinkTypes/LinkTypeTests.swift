import Foundation
import Testing

@testable import LinkCore

@Suite struct LinkTypeTests {
  /// A type is one file: `S3.swift` holds `static let s3`, and nothing else makes a type.
  @Test func everyFileOfATypeIsListed() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/LinkCore/LinkTypes").standardized
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    var declared: [String] = []
    for file in files where file.hasSuffix(".swift") {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      for match in text.matches(of: #/static let (\w+) = LinkType\(/#) {
        #expect(file.lowercased() == "\(match.1).swift".lowercased())
        declared.append(String(match.1))
      }
    }
    #expect(declared.sorted() == LinkType.all.map { $0.name.lowercased() }.sorted())
  }

  @Test func typesAreThoseOfTheGrammar() {
    let names = ["S3", "AZURE", "GCS", "HDFS", "HTTP", "KAFKA", "MONGODB", "MYSQL"]
    #expect(LinkType.all.map(\.name) == names)
  }

  /// A key that a type is documented to have is looked up among its own alone.
  @Test(arguments: LinkType.all)
  func listsNoKeyTwice(_ type: LinkType) {
    let ofLibrary = type.passThrough?.properties ?? []
    let own = type.keys.map { ExactText($0.name) }
    #expect(ofLibrary.isDisjoint(with: own))
    #expect(ofLibrary.allSatisfy { type.knowsProperty($0.text) })
  }

  @Test(arguments: ["s3", "S3", "Kafka", "MongoDB", "mysql"])
  func isNamedInAnyCase(_ name: String) {
    #expect(LinkType.named(name)?.name == name.uppercased())
  }

  @Test(
    "Y040 a name with a look-alike",
    arguments: ["S\u{417}", "S3 ", "", "KAF\u{212A}A", "KAFK"]
  )
  func othersAreUnknown(_ name: String) {
    #expect(LinkType.named(name) == nil)
  }

  @Test func noKeyStandsTwice() {
    for type in LinkType.all {
      let names = type.keys.map(\.name)
      #expect(Set(names).count == names.count, "\(type.name)")
    }
  }

  @Test func combinationsSpeakOfKnownKeys() {
    for type in LinkType.all {
      for name in type.combinations.flatMap(\.keys) where !KeyPattern(name).isFamily {
        #expect(type.key(name) != nil || type.knowsProperty(name), "\(type.name) \(name)")
      }
    }
  }

  @Test func somePassUnknownKeysOn() {
    let names = LinkType.all.filter(\.passesUnknownKeysThrough).map(\.name)
    #expect(names == ["HDFS", "KAFKA", "MONGODB", "MYSQL"])
    #expect(LinkType.all.filter { $0.deprecation != nil }.map(\.name) == ["MYSQL"])
  }

  @Test func familiesCoverTheirMembers() {
    #expect(LinkType.s3.key("catalog.uri", in: .config)?.name == "catalog.*")
    #expect(LinkType.s3.key("catalog.", in: .config) == nil)
    #expect(LinkType.s3.key("catalog_type", in: .config)?.name == "catalog_type")
    #expect(LinkType.s3.key("region", in: .credentials) == nil)
  }
}

extension KeyCombination {
  fileprivate var keys: [String] {
    let asking: [String] =
      switch condition {
      case .anyOf(let keys): keys
      case .value(let key, _): [key]
      }
    switch demand {
    case .all(let keys), .oneOf(let keys), .noneOf(let keys): return asking + keys
    case .value(let key, _): return asking + [key]
    }
  }
}
