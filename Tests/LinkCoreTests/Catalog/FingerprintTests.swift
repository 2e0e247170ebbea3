import LinkCore
import LinkSeal
import Testing

@Suite struct FingerprintTests {
  static func mark(
    _ credentials: JSONValue? = TagSamples.credentials,
    key: FingerprintKey? = TagSamples.key,
    scope: FingerprintScope = TagSamples.scope()
  ) -> TagMark {
    let nonce = TagSamples.nonce()
    let fingerprint = key?.fingerprint(of: credentials, in: scope, nonce: nonce)
    return .tag(Tag(owner: "o", rotation: nil, nonce: nonce, fingerprint: fingerprint))
  }

  static func compare(
    _ credentials: JSONValue?,
    with mark: TagMark = mark(),
    keys: FingerprintKeys = FingerprintKeys(current: TagSamples.key),
    in scope: FingerprintScope = TagSamples.scope()
  ) -> CredentialComparison {
    keys.compare(credentials, with: mark, in: scope)
  }

  @Test func `The same credentials are the same, in whatever order their keys stand`() {
    #expect(Self.compare(TagSamples.credentials) == .same)
    let turned: JSONValue = ["aws_secret_access_key": "x/y", "aws_access_key_id": "AKIA"]
    #expect(Self.compare(turned) == .same)
    let nested: JSONValue = ["headers": ["a": "1", "b": ["c": "2", "d": [true, .null]]]]
    let other: JSONValue = ["headers": ["b": ["d": [true, .null], "c": "2"], "a": "1"]]
    #expect(Self.compare(other, with: Self.mark(nested)) == .same)
  }

  /// No two of these mean the same.
  static let different: [JSONValue?] = [
    nil, [:], ["a": ""], ["": "a"], ["a": .null], ["a": "null"], ["a": "none"], ["a": false],
    ["a": "false"], ["a": true], ["a": 1], ["a": "1"], ["a": "1e0"], ["a": 10], ["a": -1], ["a": 0],
    ["a": [:]], ["a": []], ["a": [[]]], ["a": [[], []]], ["a": [.null]], ["a": [1, 2]],
    ["a": [2, 1]], ["a": ["1", "2"]], ["a": ["12"]], ["a": ["b": "c"]], ["a": "b", "c": ""],
    ["a": ["b", "c"]], ["a": "bc"], ["ab": "c"], ["a": "b", "b": "a"], ["a": "a", "b": "b"],
    ["a": ["b": ["c": "d"]]], ["a.b.c": "d"], ["a": ["b.c": "d"]], ["a": "\u{E9}"],
    ["a": "e\u{301}"], ["\u{E9}": "a"], ["e\u{301}": "a"], ["a": "A"], ["A": "a"], ["a": " "],
    ["a": "b "], ["a": #"{"b":"c"}"#], ["a": "\n"], ["a": "${env:A}"],
  ]

  @Test func `Different credentials differ`() {
    for (index, one) in Self.different.enumerated() {
      let mark = Self.mark(one)
      for (position, other) in Self.different.enumerated() {
        let isSame = Self.compare(other, with: mark) == .same
        #expect(isSame == (index == position), "\(index) \(position)")
      }
    }
  }

  @Test(arguments: [("3306", "3306.0"), ("1e3", "1000"), ("0", "-0.0"), ("0.50", "5E-1")])
  func `Numbers are the same by value`(one: String, other: String) throws {
    let values = try [one, other].map { JSONValue.number(try #require(JSONNumber($0))) }
    let credentials = values.map { JSONValue.object([.init("port", $0)]) }
    #expect(Self.compare(credentials[0], with: Self.mark(credentials[1])) == .same)
  }

  static let elsewhere: [FingerprintScope] = [
    TagSamples.scope(environment: "staging"), TagSamples.scope(environment: "Prod"),
    TagSamples.scope(database: "orderdb"), TagSamples.scope(name: "product_S4"),
    TagSamples.scope(type: .gcs), TagSamples.scope(environment: "prodO", database: "rderdb"),
    TagSamples.scope(database: "Orderdbp", name: "roduct_S3"),
    TagSamples.scope(database: "product_S3", name: "Orderdb"),
    TagSamples.scope(name: "product_S3S3", type: .s3), TagSamples.scope(name: ""),
  ]

  @Test(arguments: elsewhere)
  func `A tag that was copied does not hold elsewhere`(scope: FingerprintScope) {
    #expect(Self.compare(TagSamples.credentials, in: scope) == .changed)
    let copied = Self.mark(scope: scope)
    #expect(Self.compare(TagSamples.credentials, with: copied) == .changed)
    #expect(Self.compare(TagSamples.credentials, with: copied, in: scope) == .same)
  }

  @Test func `Says why nothing was compared`() {
    let none = FingerprintKeys.none
    let other = FingerprintKeys(current: TagSamples.otherKey)
    let mine = FingerprintKeys(current: TagSamples.key)
    let cases: [(TagMark, FingerprintKeys, CredentialComparison.Obstacle)] = [
      (.none, mine, .noTag), (.malformed("[linkctl:"), mine, .noTag),
      (.newer("linkctl:2:a"), mine, .noTag), (.none, none, .noTag), (Self.mark(), none, .noKey),
      (Self.mark(key: nil), none, .noKey), (Self.mark(key: nil), mine, .noFingerprint),
      (Self.mark(), other, .otherKey),
    ]
    for (mark, keys, obstacle) in cases {
      #expect(keys.obstacle(to: mark) == obstacle)
      #expect(
        Self.compare(TagSamples.credentials, with: mark, keys: keys) == .unverifiable(obstacle)
      )
    }
    #expect(mine.obstacle(to: Self.mark()) == nil)
  }

  @Test func `A new key does not make credentials others`() {
    let keys = FingerprintKeys(current: TagSamples.otherKey, previous: TagSamples.key)
    #expect(Self.compare(TagSamples.credentials, keys: keys) == .sameByPreviousKey)
    #expect(Self.compare(["a": "b"], keys: keys) == .changed)
    let new = Self.mark(key: TagSamples.otherKey)
    #expect(Self.compare(TagSamples.credentials, with: new, keys: keys) == .same)
    let twice = FingerprintKeys(current: TagSamples.key, previous: TagSamples.key)
    #expect(Self.compare(TagSamples.credentials, keys: twice) == .same)
  }

  @Test func `Equal credentials do not show in two tags`() {
    let scopes = Self.elsewhere + [TagSamples.scope()]
    let nonces = [TagSamples.nonce(), TagSamples.nonce("sha256:01")]
    let made = scopes.flatMap { scope in
      nonces.map { nonce in
        TagSamples.key.fingerprint(of: TagSamples.credentials, in: scope, nonce: nonce).value
      }
    }
    #expect(Set(made).count == scopes.count * 2)
  }

  @Test func `A fingerprint under another key's name is not believed`() throws {
    let own = TagSamples.key.fingerprint(
      of: TagSamples.credentials,
      in: TagSamples.scope(),
      nonce: TagSamples.nonce()
    )
    let forged =
      "linkctl:1:o:-:\(TagSamples.otherKey.id.text):\(TagSamples.nonce().text):"
      + own.value.text
    let mark = TagMark.tag(try #require(Tag(forged)))
    let keys = FingerprintKeys(current: TagSamples.otherKey, previous: TagSamples.key)
    #expect(Self.compare(TagSamples.credentials, with: mark, keys: keys) == .changed)
  }
}
