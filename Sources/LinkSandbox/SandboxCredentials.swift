internal import LinkCore

/// What the sandbox keeps of CREDENTIALS: whether they are the same can be told, what they are not.
struct SandboxCredentials {
  let salt: [UInt8]
  private let leaves: [Leaf]
  private let digest: Sandbox.Digest

  /// A value that is no object or array, or an empty one, behind digests.
  private struct Leaf {
    /// Of the key at the top that it stands below.
    let key: [UInt8]
    /// Of its place, its kind and itself.
    let content: [UInt8]

    var bytes: [UInt8] { key + content }
  }

  /// Those that were sent; `nil` is HDFS's empty text.
  init(
    _ value: JSONValue?,
    salt: [UInt8] = Self.freshSalt(),
    digest: @escaping Sandbox.Digest
  ) {
    self.init(
      salt: salt,
      leaves: Self.leaves(of: value, at: []).map { path, content in
        Leaf(
          key: digest(salt + path.prefix(1).flatMap(Self.prefixed)),
          content: digest(salt + content)
        )
      },
      digest: digest
    )
  }

  /// Those of a file; `nil` where an older linkctl has written them, which kept no keys.
  init?(stored: [UInt8], salt: [UInt8], digest: @escaping Sandbox.Digest) {
    guard Self.hasKeys(stored, digest) else { return nil }
    let size = digest([]).count
    let starts = stride(from: 1, to: stored.count, by: 2 * size)
    let leaves = starts.map { start in
      Leaf(
        key: Array(stored[start..<start + size]),
        content: Array(stored[start + size..<start + 2 * size])
      )
    }
    self.init(salt: salt, leaves: leaves, digest: digest)
  }

  private init(salt: [UInt8], leaves: [Leaf], digest: @escaping Sandbox.Digest) {
    self.salt = salt
    self.leaves = leaves
    self.digest = digest
  }

  /// As they are kept: the form's number, then the leaves in byte order, one behind the other.
  var stored: [UInt8] {
    let sorted = leaves.map(\.bytes).sorted { $0.lexicographicallyPrecedes($1) }
    return [2] + sorted.joined()
  }

  /// Whether a file holds the digests of just these, also where an older linkctl has written it.
  func match(_ stored: [UInt8]) -> Bool {
    if Self.hasKeys(stored, digest) { return stored == self.stored }
    let sorted = leaves.map(\.content).sorted { $0.lexicographicallyPrecedes($1) }
    return stored == Array(sorted.joined())
  }

  /// With one key at the top set to a text; what is no object becomes one.
  func setting(_ key: String, to text: String) -> SandboxCredentials {
    let added = SandboxCredentials(
      .object([JSONValue.Member(key, .string(text))]),
      salt: salt,
      digest: digest
    )
    let replaced = added.leaves.map(\.key) + [digest(salt)]
    return SandboxCredentials(
      salt: salt,
      leaves: leaves.filter { !replaced.contains($0.key) } + added.leaves,
      digest: digest
    )
  }
}

extension SandboxCredentials {
  /// Without keys there are whole digests and nothing else.
  private static func hasKeys(_ stored: [UInt8], _ digest: Sandbox.Digest) -> Bool {
    let size = digest([]).count
    return stored.first == 2 && stored.count % (2 * size) == 1
  }

  private static func freshSalt() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// Objects and arrays with something in them are told by their leaves; no value at all, as HDFS
  /// has it, is a leaf of its own kind.
  private static func leaves(
    of value: JSONValue?,
    at path: [String]
  ) -> [(path: [String], content: [UInt8])] {
    if let members = value?.members, !members.isEmpty {
      return members.flatMap { leaves(of: $0.value, at: path + ["." + $0.key]) }
    }
    if let items = value?.items, !items.isEmpty {
      return items.enumerated().flatMap { leaves(of: $1, at: path + ["[\($0)"]) }
    }
    let kind = value?.kind ?? "none"
    return [(path, ([String(path.count)] + path + [kind, content(of: value)]).flatMap(prefixed))]
  }

  private static func content(of leaf: JSONValue?) -> String {
    switch leaf {
    case .string(let text): text
    case .number(let number): number.text
    case .bool(let bool): "\(bool)"
    default: ""
    }
  }

  /// With its length before it, so that no two lists of texts make the same bytes.
  private static func prefixed(_ text: String) -> [UInt8] {
    let count = UInt64(text.utf8.count)
    return (0..<8).map { UInt8(truncatingIfNeeded: count >> (56 - 8 * $0)) } + Array(text.utf8)
  }
}
