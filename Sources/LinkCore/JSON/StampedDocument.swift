/// A digest of bytes that come piece by piece; asked by one thread at a time.
package protocol RunningDigest: Sendable {
  func add(_ bytes: [UInt8])
  /// The digest of all pieces, as documents carry it.
  func text() -> String
}

/// A document with one long list, that is handed on in pieces as they are written, so that it never
/// is in memory as a whole.
///
/// Its last member is the digest of all bytes before. It tells whether a file was cut, merged or
/// edited on its way. Anybody can compute it anew, so that it proves nothing about who wrote the
/// file.
struct StampedDocument {
  private let head: [UInt8]
  private let tail: [UInt8]
  private let digest: any RunningDigest
  private let deliver: @Sendable ([UInt8]) -> Void

  /// The frame is an object that has a gap in the place of the list's items.
  init(
    frame: [UInt8],
    gap: Int,
    digest: any RunningDigest,
    deliver: @escaping @Sendable ([UInt8]) -> Void
  ) {
    head = Array(frame[..<gap])
    tail = Array(frame[gap...].dropLast("\n}".utf8.count))
    self.digest = digest
    self.deliver = deliver
  }

  func begin() { add(head) }

  /// Items that follow those before.
  func add(_ items: [UInt8]) {
    digest.add(items)
    deliver(items)
  }

  func end() {
    add(tail)
    deliver(Self.stamp(digest.text()))
  }

  /// Whether the bytes of a document are those that its stamp was made for.
  static func isIntact(
    _ bytes: [UInt8],
    stamp: String,
    digest: (ArraySlice<UInt8>) -> String
  ) -> Bool {
    let end = Self.stamp(stamp)
    guard bytes.count > end.count, bytes.suffix(end.count).elementsEqual(end) else { return false }
    return digest(bytes.dropLast(end.count)).isIdentical(to: stamp)
  }

  /// Where the digest of all the rest of a document stands, at its end.
  static let key = "document_digest"

  private static func stamp(_ digest: String) -> [UInt8] {
    var writer = DocumentWriter()
    writer.text(digest)
    return ",\n  \"\(key)\": ".utf8 + writer.bytes + "\n}\n".utf8
  }
}
