internal import LinkCore
internal import LinkSeal

extension Digest {
  /// The digest of a document's canonical form, as documents carry it.
  static func text(_ value: JSONValue) -> String {
    text(Array(value.canonical.utf8))
  }

  /// The digest of several files together.
  static func text(_ files: [FileDigest]) -> String {
    text(.object(files.map { .init($0.file, .string($0.digest)) }))
  }

  fileprivate static func text(_ bytes: [UInt8]) -> String {
    "sha256:" + hex(sha256(bytes))
  }
}

extension FileDigest {
  init(file: String, of root: Node) {
    var meaning: [UInt8] = []
    root.appendMeaning(to: &meaning)
    self.init(file: file, digest: Digest.text(meaning))
  }
}
