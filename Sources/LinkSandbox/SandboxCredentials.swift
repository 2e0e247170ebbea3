internal import LinkCore

/// What the sandbox keeps of CREDENTIALS: whether they are the same can be told, what they are not.
struct SandboxCredentials {
  let salt: [UInt8]
  /// One digest for each leaf, in byte order, one behind the other.
  let digests: [UInt8]

  init(_ value: JSONValue?, salt: [UInt8] = Self.freshSalt(), digest: Sandbox.Digest) {
    self.salt = salt
    var leaves: [[UInt8]] = []
    Self.collect(value, at: [], into: &leaves)
    let digested = leaves.map { digest(salt + $0) }
    digests = Array(digested.sorted { $0.lexicographicallyPrecedes($1) }.joined())
  }

  private static func freshSalt() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// Objects and arrays with something in them are told by their leaves; no value at all, as HDFS
  /// has it, is a leaf of its own kind.
  private static func collect(_ value: JSONValue?, at path: [String], into leaves: inout [[UInt8]])
  {
    if let members = value?.members, !members.isEmpty {
      for member in members { collect(member.value, at: path + ["." + member.key], into: &leaves) }
    } else if let items = value?.items, !items.isEmpty {
      for (index, item) in items.enumerated() {
        collect(item, at: path + ["[\(index)"], into: &leaves)
      }
    } else {
      let kind = value?.kind ?? "none"
      leaves.append(([String(path.count)] + path + [kind, content(of: value)]).flatMap(prefixed))
    }
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
