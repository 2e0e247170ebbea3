package import LinkCore

extension YAMLDocument {
  /// The lines of the file, fit to be published: a value or comment that is not public is a `…`.
  ///
  /// As many as the file has, without what ends them. `path` is the keys from the root to the value,
  /// items of a list by their index. None where the file does not parse.
  package func visibleLines(
    isPublic: (_ path: [String], _ value: Node.Scalar) -> Bool,
    isPublicComment: (_ text: String) -> Bool
  ) -> [String] {
    guard let root else { return [] }
    var hidden: [Range<Int>] = []
    collectHidden(in: root, path: [], isPublic, into: &hidden)
    for comment in comments where !isPublicComment(comment.text) {
      let start = source.byte(at: comment.location.mark)
      hidden.append(start..<source.bytes(ofLine: comment.location.line).upperBound)
    }
    hidden.sort { $0.lowerBound < $1.lowerBound }
    return lines(hiding: hidden)
  }

  private func collectHidden(
    in node: Node,
    path: [String],
    _ isPublic: ([String], Node.Scalar) -> Bool,
    into hidden: inout [Range<Int>]
  ) {
    switch node.content {
    case .scalar(let scalar):
      let range = source.byte(at: node.start)..<max(source.byte(at: node.start), end(of: node))
      if !range.isEmpty, !isPublic(path, scalar) { hidden.append(range) }
    case .sequence(let items):
      for (index, item) in items.enumerated() {
        collectHidden(in: item, path: path + [String(index)], isPublic, into: &hidden)
      }
    case .mapping(let entries):
      for entry in entries {
        collectHidden(in: entry.value, path: path + [entry.key], isPublic, into: &hidden)
      }
    }
  }

  private func end(of node: Node) -> Int {
    source.byte(at: node.end)
  }

  private func lines(hiding hidden: [Range<Int>]) -> [String] {
    var bytes: [UInt8] = []
    var offset = source.start
    for range in hidden where range.lowerBound >= offset {
      bytes += source.bytes[offset..<range.lowerBound]
      bytes += Self.masked(source.bytes[range])
      offset = range.upperBound
    }
    bytes += source.bytes[offset...]
    if bytes.last == .lineFeed { bytes.removeLast() }
    return bytes.split(separator: .lineFeed, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// A `…` for what stands on each line.
  private static func masked(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let lines = bytes.split(separator: .lineFeed, omittingEmptySubsequences: false)
    let masked = lines.map { line in
      let spaces = line.prefix { $0 == .space }
      let isBlank = line.allSatisfy { $0.isBlank || $0 == .carriageReturn }
      return Array(spaces) + (isBlank ? [] : Array("…".utf8))
    }
    return Array(masked.joined(separator: [.lineFeed]))
  }
}
