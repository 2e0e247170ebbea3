/// A JSON document as bytes in both its forms, in pieces; no secret is in it that a redactor knew.
package struct RenderedDocument: Sendable {
  /// One behind the other they are the document, as files and stdout carry it.
  package private(set) var document: [[UInt8]]
  /// The same in canonical form.
  package let canonical: [[UInt8]]

  /// An object whose one long list was written in parts; the frame has a gap in their place.
  init(_ frame: TwinWriter.Twin, filledWith parts: [TwinWriter.Twin]) {
    document = Self.filled(frame.document, at: frame.documentGap, with: parts.map(\.document))
    canonical = Self.filled(frame.canonical, at: frame.canonicalGap, with: parts.map(\.canonical))
  }

  private static func filled(_ frame: [UInt8], at gap: Int, with parts: [[UInt8]]) -> [[UInt8]] {
    [Array(frame[..<gap])] + parts + [Array(frame[gap...])]
  }

  /// The document with the digest of all of it as its last member, and a line end.
  ///
  /// It tells whether a file was cut, merged or edited on its way. Anybody can compute it anew, so
  /// that it proves nothing about who wrote the file.
  package func stamped(by digest: ([[UInt8]]) -> String) -> RenderedDocument {
    var stamped = self
    let end = "\n}"
    let stamp = JSONWriter.text(digest(canonical), isCanonical: false)
    stamped.document[document.count - 1].removeLast(end.utf8.count)
    stamped.document.append(Array(",\n  \"\(JSONValue.stampKey)\": ".utf8) + stamp + "\n}\n".utf8)
    return stamped
  }
}
