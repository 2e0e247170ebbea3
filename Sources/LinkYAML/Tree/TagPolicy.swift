internal import LinkCore

/// What a finding says of a tag.
enum TagPolicy {
  /// Names the tag only where it is plainly a type's name: a password may begin with `!`, too.
  static func message(_ tag: String?) -> String {
    guard let tag, isTypeName(tag) else {
      return "tags are not allowed; quote a text that begins with '!'"
    }
    return "tag '\(tag)' is not allowed"
  }

  private static let standard: Set<String> = [
    "binary", "bool", "float", "int", "map", "merge", "null", "omap", "pairs", "seq", "set", "str",
    "timestamp", "value", "yaml",
  ]

  private static let languages = ["python/", "ruby/", "perl/", "php/", "js/", "java.", "javax."]

  private static func isTypeName(_ tag: String) -> Bool {
    guard tag.hasPrefix("!!") else { return false }
    let name = String(tag.dropFirst(2))
    return standard.contains(name)
      || languages.contains { name.hasPrefix($0) } && name.utf8.allSatisfy(isNameByte)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
      UInt8(ascii: ":"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

/// The anchor and the tag that stand before a node.
struct NodeProperties {
  private(set) var anchor: SourceLocation?
  private(set) var tag: Tag?

  /// A tag as it is written.
  struct Tag {
    let text: String
    let place: SourceLocation
  }

  init(at start: Mark, in source: SourceText) {
    var offset = source.byte(at: start)
    let end = source.bytes(ofLine: start.line).upperBound
    while offset < end {
      let word = source.bytes[offset..<end].prefix { !$0.isBlank }
      switch word.first {
      case UInt8(ascii: "&")?: anchor = source.location(ofByte: offset)
      case UInt8(ascii: "!")?:
        let text = word.prefix { !",[]{}".utf8.contains($0) }
        let place = source.location(ofByte: offset)
        tag = Tag(text: String(decoding: text, as: UTF8.self), place: place)
      default: return
      }
      offset = word.endIndex
      while offset < end, source.bytes[offset].isBlank { offset += 1 }
    }
  }
}
