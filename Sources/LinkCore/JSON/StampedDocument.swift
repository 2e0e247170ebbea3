/// A digest of bytes that come piece by piece; asked by one thread at a time.
package protocol RunningDigest: Sendable {
  func add(_ bytes: [UInt8])
  /// The digest of all pieces, as documents carry it.
  func text() -> String
}

/// A document with one long list, that is handed on in pieces as they are written, so that it never
/// is in memory as a whole.
///
/// The digest of all of it is its last member. It tells whether a file was cut, merged or edited on
/// its way. Anybody can compute it anew, so that it proves nothing about who wrote the file.
struct StampedDocument {
  /// An object with a gap in the place of the list's items.
  let frame: TwinWriter.Twin
  let digest: any RunningDigest
  let deliver: @Sendable ([UInt8]) -> Void

  func begin() {
    digest.add(Array(frame.canonical[..<frame.canonicalGap]))
    deliver(Array(frame.document[..<frame.documentGap]))
  }

  /// Items that follow those before.
  func add(_ items: TwinWriter.Twin) {
    digest.add(items.canonical)
    deliver(items.document)
  }

  func end() {
    digest.add(Array(frame.canonical[frame.canonicalGap...]))
    let stamp = JSONWriter.text(digest.text(), isCanonical: false)
    let rest = frame.document[frame.documentGap...].dropLast("\n}".utf8.count)
    deliver(rest + ",\n  \"\(JSONValue.stampKey)\": ".utf8 + stamp + "\n}\n".utf8)
  }
}
