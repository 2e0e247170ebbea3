/// A link's DESCRIPTION, taken apart into what people wrote and what linkctl appended.
package struct TaggedDescription: Sendable {
  /// What is compared and shown; empty where there is no other text than the mark.
  package let text: String
  package let mark: TagMark

  package init(_ text: String, mark: TagMark) {
    self.text = text
    self.mark = mark
  }

  /// A text with a tag behind it; none keeps the text as it is.
  package init(_ text: String, tag: Tag?) {
    self.init(text, mark: tag.map(TagMark.tag) ?? .none)
  }

  /// As documents have it, the tag's content in a member of its own; a hand that wrote the whole of
  /// DESCRIPTION into one is understood too.
  package init(documented text: String?, tag: String?) {
    guard let tag else {
      self.init(reading: text ?? "")
      return
    }
    self.init(text ?? "", mark: TagMark(tag) ?? .malformed(tag))
  }

  /// The whole of DESCRIPTION, as it is sent: the same text that was read.
  package var joined: String {
    switch mark {
    case .none, .malformed: text
    case .tag, .newer: Self.joining(text, mark.content ?? "")
    }
  }

  /// A text with what stands between a tag's brackets.
  package static func joining(_ text: String, _ content: String) -> String {
    text + (text.isEmpty ? "" : " ") + "[\(content)]"
  }
}

/// What is found where linkctl's tag should stand.
package enum TagMark: Hashable, Sendable {
  /// Nothing that looks like a tag.
  case none
  /// A tag, as this version writes it.
  case tag(Tag)
  /// The tag of a version that this one cannot read, without its brackets.
  case newer(String)
  /// From where a tag seems to begin to the end: one that was cut or altered, or has text behind it,
  /// or words of somebody's own. No part of it is taken away from the description.
  case malformed(String)
}

extension TaggedDescription {
  private static let beginning = Array("[linkctl:".utf8)

  /// Takes a DESCRIPTION apart, in time that grows with its length alone.
  ///
  /// A tag counts only as the last thing, and where one space or nothing stands before it: what
  /// linkctl did not write that way was touched by somebody.
  package init(reading description: String) {
    let bytes = Array(description.utf8)
    guard let start = Self.lastBeginning(in: bytes) else {
      self.init(description, mark: .none)
      return
    }
    let altered = TagMark.malformed(String(decoding: bytes[start...], as: UTF8.self))
    guard let end = Self.endOfText(before: start, in: bytes), bytes.last == UInt8(ascii: "]"),
      let mark = TagMark(String(decoding: bytes[(start + 1)...].dropLast(), as: UTF8.self))
    else {
      self.init(description, mark: altered)
      return
    }
    self.init(String(decoding: bytes[..<end], as: UTF8.self), mark: mark)
  }

  private static func lastBeginning(in bytes: [UInt8]) -> Int? {
    bytes.indices.last { bytes[$0] == beginning[0] && bytes[$0...].starts(with: beginning) }
  }

  /// `nil` where no space parts text and tag, or nothing but a space.
  private static func endOfText(before start: Int, in bytes: [UInt8]) -> Int? {
    if start == 0 { return 0 }
    return start > 1 && bytes[start - 1] == UInt8(ascii: " ") ? start - 1 : nil
  }
}

extension TagMark {
  /// What stands between the brackets of a tag; `nil` where there is none.
  package var content: String? {
    switch self {
    case .tag(let tag): tag.description
    case .newer(let content): content
    case .none, .malformed: nil
    }
  }

  /// Reads what stands between the brackets; `nil` where it is a tag of no version.
  package init?(_ content: String) {
    if let tag = Tag(content) {
      self = .tag(tag)
    } else if Self.isNewer(content.utf8) {
      self = .newer(content)
    } else {
      return nil
    }
  }

  /// Whether it begins with a later version's number, and goes on with visible ASCII alone.
  private static func isNewer(_ content: String.UTF8View) -> Bool {
    let parts = content.split(
      separator: UInt8(ascii: ":"),
      maxSplits: 2,
      omittingEmptySubsequences: false
    )
    guard parts.count == 3, parts[0].elementsEqual("linkctl".utf8), !parts[2].isEmpty else {
      return false
    }
    let isNumber = parts[1].allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let isLater = parts[1].count > 1 || parts[1].first.map { $0 > UInt8(ascii: "1") } == true
    let isVisible = parts[2].allSatisfy { byte in
      (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "[") && byte != UInt8(ascii: "]")
    }
    return isNumber && isLater && parts[1].first != UInt8(ascii: "0") && isVisible
  }
}

extension TaggedDescription {
  /// The most bytes of UTF-8 that people's own text may have.
  package static let longestText = 64 * 1024
  /// The most bytes that a tag adds to a text, with the space before it.
  package static let longestTag = 96
}
