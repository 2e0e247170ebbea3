internal import LinkCore
internal import LinkSeal

extension Digest {
  /// The digest of a document's canonical form, as documents carry it.
  static func text(_ value: JSONValue) -> String {
    text(value.canonicalBytes[...])
  }

  /// The digest of several files together.
  static func text(_ files: [FileDigest]) -> String {
    text(.object(files.map { .init($0.file, .string($0.digest)) }))
  }

  /// The digest of bytes, as documents carry it.
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    let digest = SHA256Digest()
    digest.add(bytes)
    return digest.text()
  }
}

extension FileDigest {
  init(file: String, of root: Node) {
    self.init(file: file, digest: Digest.text(root.meaning[...]))
  }
}
