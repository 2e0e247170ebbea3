internal import LinkCore

/// Writes a layout down in its one canonical form.
struct LayoutWriter {
  /// What fits on a line in brackets stays there.
  private static let width = 100
  /// Longer keys stand behind a `?`: YAML reads no others.
  private static let longestKey = 1000

  private var text = ""
  /// Whether an empty line may be written: not at a start, and not where it would be part of a text.
  private var mayPart = false

  static func text(of layout: Layout) -> String {
    var writer = LayoutWriter()
    writer.write(layout)
    return writer.text
  }

  private mutating func write(_ layout: Layout) {
    let root = layout.root
    write(root.lead, at: 0)
    if case .collection(let collection) = root.value, !collection.children.isEmpty {
      if let comment = root.comment { writeLine("", comment: comment) }
      write(collection.head, at: 0)
      for child in collection.children { write(child, at: 0) }
      write(collection.foot, at: 0)
    } else if let line = LineNotation.text(of: root.value, room: Self.width) {
      part(root.isApart)
      writeLine(line, comment: root.comment)
    } else if case .block(let block) = root.value {
      part(root.isApart)
      write(block, behind: "", at: 0, comment: root.comment)
    }
    write(layout.foot, at: 0)
  }
}

extension LayoutWriter {
  private mutating func write(_ child: LaidChild, at indentation: Int) {
    let opening = opening(of: child, at: indentation)
    write(opening.comments, at: indentation)
    part(opening.isApart)
    writeBody(of: child, behind: spaces(indentation), at: indentation)
  }

  /// The comments above the line that a child begins on, and whether an empty line parts them.
  ///
  /// Behind a dash there is no room for those of what begins there.
  private func opening(
    of child: LaidChild,
    at indentation: Int
  ) -> (comments: [LaidComment], isApart: Bool) {
    guard child.key == nil, case .collection(let collection) = child.value,
      let first = collection.children.first, line(of: child, at: indentation) == nil
    else { return (child.lead, child.isApart) }
    var comments = child.lead
    var isApart = child.isApart
    if let comment = child.comment {
      comments.append(LaidComment(text: comment, isApart: isApart))
      isApart = false
    }
    let inner = opening(of: first, at: indentation + 2)
    let above = collection.head + inner.comments
    if !above.isEmpty { isApart = inner.isApart }
    return (comments + above, isApart)
  }

  /// Writes a child's first line behind what stands on it already, and the lines below.
  private mutating func writeBody(
    of child: LaidChild,
    behind prefix: String,
    at indentation: Int
  ) {
    let start = start(of: child, behind: prefix, at: indentation)
    if let line = line(of: child, at: indentation) {
      return writeLine(line.isEmpty ? start : start + " " + line, comment: child.comment)
    }
    switch child.value {
    case .scalar: break
    case .block(let block):
      write(block, behind: start + " ", at: indentation, comment: child.comment)
    case .collection(let collection):
      if child.key == nil {
        writeCompact(collection, behind: start + " ", at: indentation + 2)
      } else {
        writeLine(start, comment: child.comment)
        mayPart = false
        write(collection.head, at: indentation + 2)
        for child in collection.children { write(child, at: indentation + 2) }
        write(collection.foot, at: indentation + 2)
      }
    }
  }

  /// A collection that begins behind a dash.
  private mutating func writeCompact(
    _ collection: LaidCollection,
    behind prefix: String,
    at indentation: Int
  ) {
    for (index, child) in collection.children.enumerated() {
      if index == 0 {
        writeBody(of: child, behind: prefix, at: indentation)
      } else {
        write(child, at: indentation)
      }
    }
    write(collection.foot, at: indentation)
  }

  /// `key:` or `-`; a key that is too long is written on a line of its own.
  private mutating func start(
    of child: LaidChild,
    behind prefix: String,
    at indentation: Int
  ) -> String {
    guard let key = child.key?.key(in: .key) else { return prefix + "-" }
    if key.unicodeScalars.count <= Self.longestKey { return prefix + key + ":" }
    writeLine(prefix + "? " + key, comment: nil)
    return spaces(indentation) + ":"
  }

  /// A child's value, where it stands on the child's first line whole.
  private func line(of child: LaidChild, at indentation: Int) -> String? {
    let start = child.key.map { $0.key(in: .key).unicodeScalars.count + 2 } ?? 2
    return LineNotation.text(of: child.value, room: Self.width - indentation - start)
  }
}

extension LayoutWriter {
  private mutating func write(
    _ block: BlockScalar,
    behind prefix: String,
    at indentation: Int,
    comment: String?
  ) {
    writeLine(prefix + block.header, comment: comment)
    for line in block.lines {
      text += line.isEmpty ? "\n" : spaces(indentation + 2) + line + "\n"
    }
    // An empty line behind a blank one that is part of the text would be seen as part of it, too.
    mayPart = !block.keepsEnd && block.lines.last?.utf8.allSatisfy(\.isBlank) == false
  }

  private mutating func write(_ comments: [LaidComment], at indentation: Int) {
    for comment in comments {
      part(comment.isApart)
      writeLine(spaces(indentation) + comment.text, comment: nil)
    }
  }

  private mutating func writeLine(_ line: String, comment: String?) {
    text += line
    if let comment {
      if !line.isEmpty { text += "  " }
      text += comment
    }
    text += "\n"
    mayPart = true
  }

  /// Writes an empty line, where one is wanted and may stand.
  private mutating func part(_ isWanted: Bool) {
    if isWanted, mayPart { text += "\n" }
  }

  private func spaces(_ count: Int) -> String {
    String(repeating: " ", count: count)
  }
}
