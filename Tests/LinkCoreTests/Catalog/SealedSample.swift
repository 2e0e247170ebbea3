import LinkCore
import LinkSeal

/// Credentials at random, the tag that was made for them, and what a comparison must say of others.
struct SealedSample {
  private var hostile: HostileText
  private let key: FingerprintKey
  private let keyBytes: [UInt8]
  private let credentials: JSONValue
  private let environment: String
  private let address: LinkAddress
  private let type: LinkType
  private let mark: TagMark
  private let nonce: DigestPrefix

  /// With a key of its own, or one given.
  init(seed: UInt64, key given: FingerprintKey? = nil) {
    var hostile = HostileText(seed: seed)
    keyBytes = (0..<32).map { _ in UInt8(hostile.int(0...255)) }
    key = given ?? FingerprintKey(SealKey(keyBytes))
    let members = (0...hostile.int(0...3)).map { index in
      JSONValue.Member("key\(index)", .string(hostile.text(pieces: 6)))
    }
    let more = hostile.object().members ?? []
    credentials = .object(members + more.filter { !$0.key.hasPrefix("key") })
    environment = hostile.name()
    address = LinkAddress(database: hostile.name(), name: hostile.name())
    type = hostile.pick(LinkType.all)
    nonce = Tag.nonce(planDigest: "\(seed)", address: address, digest: Digest.sha256)
    let scope = FingerprintScope(environment: environment, address: address, type: type)
    let fingerprint = key.fingerprint(of: credentials, in: scope, nonce: nonce)
    let tag = Tag(owner: "o", rotation: nil, nonce: nonce, fingerprint: fingerprint)
    let description = TaggedDescription(hostile.text(pieces: 4), tag: tag).joined
    mark = TaggedDescription(reading: description).mark
    self.hostile = hostile
  }

  private var scope: FingerprintScope {
    FingerprintScope(environment: environment, address: address, type: type)
  }

  private func isSame(
    _ credentials: JSONValue,
    mark: TagMark? = nil,
    in scope: FingerprintScope? = nil
  ) -> Bool {
    FingerprintKeys(current: key)
      .compare(credentials, with: mark ?? self.mark, in: scope ?? self.scope) == .same
  }

  /// What was said wrongly of the same credentials written otherwise, of others, and of a tag that
  /// was copied to another place.
  mutating func problems() -> [String] {
    var problems: [String] = []
    if !isSame(credentials) { problems.append("false changed") }
    if !isSame(shuffled(credentials)) { problems.append("false changed: other order") }
    for _ in 0..<3 {
      let changed = slipped(credentials)
      let isChanged = !changed.means(credentials)
      if isSame(changed) == isChanged {
        problems.append(isChanged ? "false same" : "false changed: no slip")
      }
    }
    let other = LinkAddress(database: hostile.name(), name: hostile.name())
    for scope in [
      FingerprintScope(environment: environment, address: other, type: type),
      FingerprintScope(environment: environment + "x", address: address, type: type),
    ] where scope.address != address || scope.environment != environment {
      if isSame(credentials, in: scope) { problems.append("false same: copied tag") }
    }
    return problems
  }

  private mutating func shuffled(_ value: JSONValue) -> JSONValue {
    switch value {
    case .object(var members):
      for index in members.indices {
        members.swapAt(index, hostile.int(0...(members.count - 1)))
      }
      return .object(members.map { .init($0.key, shuffled($0.value)) })
    case .array(let items): return .array(items.map { shuffled($0) })
    default: return value
    }
  }

  /// With something changed at random, which may come out as the same.
  private mutating func slipped(_ value: JSONValue) -> JSONValue {
    guard case .object(var members) = value, !members.isEmpty else { return ["key": value] }
    let place = hostile.int(0...(members.count - 1))
    let member = members[place]
    switch hostile.int(0...5) {
    case 0: members.remove(at: place)
    case 1: members[place] = .init(member.key + "x", member.value)
    case 2: members[place].value = .string(hostile.text(pieces: 2))
    case 3: members[place].value = slipped(member.value)
    case 4: members[place].value = .array([member.value])
    default: members[place].value = .string(member.value.canonical)
    }
    return .object(members)
  }
}

extension SealedSample {
  /// Changes each bit of a value, a key of the credentials, the place, the type, the environment,
  /// the nonce, the fingerprint, and the key, each alone.
  mutating func flips() -> (count: Int, missed: [String]) {
    var count = 0
    var missed: [String] = []
    func note(_ what: String, _ isMissed: Bool) {
      count += 1
      if isMissed { missed.append(what) }
    }
    for member in credentials.members ?? [] {
      for (key, value) in flipped(member) {
        let others = (credentials.members ?? []).filter { !$0.key.isIdentical(to: member.key) }
        note("credentials", isSame(.object(others + [.init(key, value)])))
      }
    }
    for scope in flippedScopes { note("scope", isSame(credentials, in: scope)) }
    for mark in flippedMarks { note("tag", isSame(credentials, mark: mark)) }
    for index in 0..<256 {
      var bytes = keyBytes
      bytes[index / 8] ^= 1 << (index % 8)
      let keys = FingerprintKeys(current: FingerprintKey(SealKey(bytes)))
      note("key", keys.compare(credentials, with: mark, in: scope) == .same)
    }
    return (count, missed)
  }

  private func flipped(_ member: JSONValue.Member) -> [(String, JSONValue)] {
    let keys = member.key.flippedBits.map { ($0, member.value) }
    guard let text = member.value.text else { return keys }
    return keys + text.flippedBits.map { (member.key, .string($0)) }
  }

  private var flippedScopes: [FingerprintScope] {
    let database = address.database.flippedBits.map {
      LinkAddress(database: $0, name: address.name)
    }
    let name = address.name.flippedBits.map { LinkAddress(database: address.database, name: $0) }
    let types = LinkType.all.filter { $0.name != type.name }.map(\.name) + type.name.flippedBits
    return (database + name).map {
      FingerprintScope(environment: environment, address: $0, type: type)
    }
      + environment.flippedBits.map {
        FingerprintScope(environment: $0, address: address, type: type)
      }
      + types.map {
        let type = LinkType(name: $0, summary: "", keys: [])
        return FingerprintScope(environment: environment, address: address, type: type)
      }
  }

  private var flippedMarks: [TagMark] {
    guard case .tag(let tag) = mark, let fingerprint = tag.fingerprint else { return [] }
    let parts = [fingerprint.key, nonce, fingerprint.value]
    return parts.indices.flatMap { part in
      (0..<parts[part].bytes.count * 8).compactMap { bit in
        var bytes = parts.map(\.bytes)
        bytes[part][bit / 8] ^= 1 << (bit % 8)
        let texts = bytes.map { Base64.url.text(of: $0) }
        return TagMark("linkctl:1:o:-:\(texts.joined(separator: ":"))")
      }
    }
  }
}

extension String {
  /// The texts that differ from this one in a single bit; bytes that are no text are left out.
  fileprivate var flippedBits: [String] {
    (0..<utf8.count * 8).compactMap { bit in
      var bytes = Array(utf8)
      bytes[bit / 8] ^= 1 << (bit % 8)
      return String(validating: bytes, as: UTF8.self)
    }
  }
}
