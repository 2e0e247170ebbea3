import Foundation
import Testing

/// The search for leaks finds them: each form made by somebody else than the search itself.
@Suite struct LeakSearchTests {
  static let encoders: [(name: String, encode: @Sendable (String) throws -> String)] = [
    ("raw", { $0 }),
    ("in JSON", { String(decoding: try JSONEncoder().encode([$0]), as: UTF8.self) }),
    (
      "in JSON, slashes as they are",
      { text in
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        return String(decoding: try encoder.encode(["k": text]), as: UTF8.self)
      }
    ),
    ("in SQL", { "'" + $0.replacing("\\", with: "\\\\").replacing("'", with: "''") + "'" }),
    (
      "in a URL",
      { text in
        let kept = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: "!"..."~"))
        return text.addingPercentEncoding(withAllowedCharacters: kept) ?? ""
      }
    ),
    ("in a query", { $0.addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed) ?? "" }),
    ("in base64", { Data($0.utf8).base64EncodedString() }),
    ("in base64 of more", { Data("user:\($0):x".utf8).base64EncodedString() }),
    ("in base64 of more", { Data("Basic \($0) and so on".utf8).base64EncodedString() }),
    ("in base64 of more", { Data("1234567\($0)\n".utf8).base64EncodedString() }),
    ("in hex", { $0.utf8.map { String(format: "%02x", $0) }.joined() }),
    ("in HEX", { "0x" + $0.utf8.map { String(format: "%02X", $0) }.joined() }),
  ]

  @Test(arguments: encoders.indices)
  func `Finds a planted leak`(encoder: Int) throws {
    for (name, value) in Canaries.environment {
      let planted = "before \(try Self.encoders[encoder].encode(value)) behind"
      let found = Canaries.search.leaks(in: Array(planted.utf8))
      #expect(
        found.contains { $0.hasPrefix("\(name) (") },
        "\(name) \(Self.encoders[encoder].name)"
      )
    }
  }

  @Test func `Finds pieces, files and file names, and nothing where nothing is`() throws {
    let project = try TestProject(["a/b.txt": "innocent text, ***, and more"])
    #expect(Canaries.search.leaks(below: project.folder) == [])
    #expect(Canaries.search.leaks(in: Array("***TaIlEnD42".utf8)) != [])
    try project.write("Kx7Qz91mVt3Rw8Lp", to: "c.txt")
    #expect(Canaries.search.leaks(below: project.folder).count == 1)
    try project.write("", to: "Kx7Qz91mVt3Rw8Lp.txt")
    #expect(Canaries.search.leaks(below: project.folder).count == 2)
  }
}
