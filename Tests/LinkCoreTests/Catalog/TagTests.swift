import LinkCore
import LinkSeal
import Testing

@Suite struct TagTests {
  static let full = TagSamples.tag().description
  static let bare = TagSamples.tag(owner: "linkctl", rotation: nil, key: nil).description

  @Test func `Has seven parts, a hyphen for each that is missing`() {
    let parts = Self.full.split(separator: ":")
    #expect(parts.map(\.count) == [7, 1, 13, 6, 8, 11, 22])
    #expect(parts.prefix(3) == ["linkctl", "1", "data-platform"])
    let nonce = TagSamples.nonce().text
    #expect(Self.bare == "linkctl:1:linkctl:-:-:\(nonce):-")
  }

  @Test(arguments: [nil, "2026-11", ""], [nil, TagSamples.key])
  func `Reads what it wrote`(rotation: String?, key: FingerprintKey?) {
    let owners = ["a", "Data.Platform_1-x", String(repeating: "o", count: 32)]
    for owner in owners {
      let tag = TagSamples.tag(owner: owner, rotation: rotation, key: key)
      #expect(Tag(tag.description) == tag)
    }
  }

  @Test(
    arguments: ["", "ä", "a:b", "a b", "a\n", "[a]", String(repeating: "o", count: 33), "a/b", "é"]
  )
  func `Names no other owner`(owner: String) {
    #expect(!Tag.isOwner(owner))
    #expect(Tag("linkctl:1:\(owner):-:-:AAAAAAAAAAA:-") == nil)
    #expect(Tag("linkctl:1:a:-:-:AAAAAAAAAAA:-") != nil)
  }

  /// Each is one slip away from a tag that is read.
  static let altered: [String] = {
    let parts = full.split(separator: ":").map(String.init)
    func with(_ index: Int, _ text: String) -> String {
      (parts[..<index] + [text] + parts[(index + 1)...]).joined(separator: ":")
    }
    return [
      "", ":", "linkctl", "linkctl:1", full + ":", ":" + full, full + " ", " " + full, full + "\n",
      full + "]", "[" + full + "]", with(0, "Linkctl"), with(1, "0"), with(1, "2"), with(1, "01"),
      with(1, ""), with(2, ""), with(3, ""), with(3, "--"), with(3, "AAAAA"), with(3, "AAAAAAA"),
      // Bits behind the last byte.
      with(3, "AAAAAB"), with(5, "AAAAAAAAAAB"), with(6, "AAAAAAAAAAAAAAAAAAAAAB"),
      with(4, "-"), with(6, "-"), with(4, ""), with(4, "AAAAAAA"), with(4, "AAAAAAA="),
      with(4, "AAAA+AAA"), with(4, "AAAA/AAA"), with(4, "AAAA AAA"), with(5, "-"), with(5, ""),
      with(5, "AAAAAAAAAAAA"), with(6, "AAAAAAAAAAAAAAAAAAAAAAA"), with(6, parts[6] + "="),
      with(6, String(parts[6].dropLast())), parts.dropLast().joined(separator: ":"),
      full.replacing(":", with: "::"), full + ":x", with(2, "a\u{301}"), with(5, "AAAAA\0AAAAA"),
    ]
  }()

  @Test(arguments: altered) func `Reads nothing else`(text: String) {
    #expect(Tag(text) == nil)
  }

  @Test func `No text with one byte changed reads as the same tag`() {
    let bytes = Array(Self.full.utf8)
    for index in bytes.indices {
      for value in UInt8(0)..<128 where value != bytes[index] {
        var changed = bytes
        changed[index] = value
        let read = Tag(String(decoding: changed, as: UTF8.self))
        #expect(read != TagSamples.tag())
      }
    }
  }

  @Test func `A nonce comes of the plan and the link`() {
    func nonce(_ plan: String, _ database: String, _ name: String) -> DigestPrefix {
      let address = LinkAddress(database: database, name: name)
      return Tag.nonce(planDigest: plan, address: address, digest: Digest.sha256)
    }
    let first = nonce("sha256:1", "a", "b")
    #expect(first == nonce("sha256:1", "a", "b"))
    let others = [
      nonce("sha256:2", "a", "b"), nonce("sha256:1", "b", "a"), nonce("sha256:1", "ab", ""),
      nonce("sha256:1", "", "ab"), nonce("sha256:1a", "", "b"), nonce("sha256:1", "a", "b\u{301}"),
    ]
    #expect(Set(others + [first]).count == 7)
  }

  @Test func `A rotation is told by its text`() {
    let texts = ["", "2026-11", "2026-12", "\u{E9}", "e\u{301}"]
    #expect(Set(texts.map { Tag.rotation(of: $0, digest: Digest.sha256) }).count == 5)
    #expect(Tag.rotation(of: "abc", digest: Digest.sha256).bytes == [0xBA, 0x78, 0x16, 0xBF])
  }
}
