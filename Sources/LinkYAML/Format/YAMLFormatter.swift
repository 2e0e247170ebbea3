package import LinkCore

/// Gives files their canonical form, and keeps what they mean and every comment.
package enum YAMLFormatter {
  /// The bytes of a file in canonical form; its findings name it as `file`.
  package static func format(
    _ bytes: [UInt8],
    file: String,
    as shape: DocumentShape
  ) throws(FormatRefusal) -> FormattedFile {
    let source = YAMLParser.parse(bytes, file: file)
    guard let root = source.root, !source.diagnostics.contains(where: { $0.severity == .error })
    else { throw .malformed(source.diagnostics) }
    let layout = LayoutBuilder.layout(of: source, root: root, order: KeyOrder(shape))
    let text = Array(LayoutWriter.text(of: layout).utf8)
    guard text.count <= YAMLParser.maximumSize else {
      let place = SourceLocation(file: file, line: 1, column: 1)
      let message = "the file would be larger than 1 MiB once formatted; split it"
      throw .malformed([Diagnostic(.tooLarge, message, at: place)])
    }
    let result = YAMLParser.parse(text, file: file)
    guard source.saysTheSame(as: result) else { throw .meaningLost }
    return FormattedFile(source: source, result: result, bytes: text, isChanged: text != bytes)
  }
}

/// A file before and after it was formatted.
package struct FormattedFile: Sendable {
  package let source: YAMLDocument
  package let result: YAMLDocument
  /// The canonical form.
  package let bytes: [UInt8]
  /// Whether it differs from what was there.
  package let isChanged: Bool
}

/// Why a file was not formatted.
package enum FormatRefusal: Error {
  /// Something in it is wrong.
  case malformed([Diagnostic])
  /// What came out would not say the same: our own mistake, which nobody's file pays for.
  case meaningLost
}

extension YAMLDocument {
  /// The bytes it was read from.
  package var bytes: [UInt8] { source.bytes }

  /// Whether another document has the same values and the same comments.
  fileprivate func saysTheSame(as other: YAMLDocument) -> Bool {
    guard let root, let otherRoot = other.root,
      !other.diagnostics.contains(where: { $0.severity == .error })
    else { return false }
    return root.meansTheSame(as: otherRoot)
      && commentTexts.elementsEqual(other.commentTexts) { $0.isIdentical(to: $1) }
  }

  private var commentTexts: [String] {
    comments.map(\.trimmedText).sorted { $0.precedes($1) }
  }
}
