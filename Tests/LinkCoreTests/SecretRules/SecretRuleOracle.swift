@testable import LinkCore

/// The rules again, as regular expressions: slow, and written apart from the matchers.
struct SecretRuleOracle {
  private let expressions: [(id: String, regex: Regex<AnyRegexOutput>)]

  init(_ patterns: [(String, String)]) throws {
    expressions = try patterns.map { id, pattern in
      let regex = try Regex(pattern)
        .matchingSemantics(.unicodeScalar)
        .asciiOnlyCharacterClasses()
        .asciiOnlyDigits()
        .asciiOnlyWhitespace()
        .asciiOnlyWordCharacters()
      return (id, regex)
    }
  }

  /// The ids of the rules that a text is taken for a secret by.
  func ids(_ text: String) throws -> [String] {
    try expressions.filter { try $0.regex.firstMatch(in: text) != nil }.map(\.id)
  }
}

extension SecretRuleOracle {
  static func keys() throws -> SecretRuleOracle {
    try SecretRuleOracle([
      ("K01", #"(?s)(password|(\A|[-_.])(passwd|pwd|passphrase)|contrase(n|\x{F1})a)\z"#),
      (
        "K02",
        #"(?s)secret\z|(\A|[-_.])secret[-_.]?(access[-_.]?)?key\z|client[-_.]?secret"#
          + #"|(\A|[-_.])secret([-_.]|\z)"#
      ),
      (
        "K03",
        #"(?s)(sasl\.jaas\.config|credentials\.json|connection[._]?string)\z"#
          + #"|basic\.auth\.user\.info|registry\.auth\.client-secret"#
      ),
      (
        "K04",
        #"(?s)\A(ssl\.key\.pem|ssl\.keystore\.key|ssl_key|sasl\.oauthbearer\.(config"#
          + #"|assertion\.private\.key\.(pem|passphrase)))\z"#
          + #"|private[-_.]?key(_id)?\z|priv[-_.]?key\z"#
      ),
      (
        "K05",
        #"(?s)(\A|[-_.])(api|auth|service|account|db|database|client|storage|shared|master"#
          + #"|encryption)[-_.]?key\z|account\.key"#
      ),
      (
        "K06",
        #"(?s)(\A|[-_.])((access|auth|bearer|session|refresh|id|oauth|sas|security"#
          + #"|x-amz-security)[-_.]?)?token\z|oauth.*(token|secret|password)\z|aws_session_token"#
      ),
      (
        "K07",
        #"(?s)\A(aws_access_key_id|access_id|aws_secret_access_key|account_key|sasl\.username"#
          + #"|mongodb\.user|database\.user|headers?(\..*)?\.authorization|(proxy-)?authorization"#
          + #"|x-api-key|cookie)\z"#
      ),
      ("K08", #"(?s)credentials?\z|(\A|[-_.])creds?\z"#),
      (
        "K09",
        #"(?s)(server-side-encryption-customer-key|server-side-encryption\.key"#
          + #"|fs\.s3a\.encryption\.key)\z"#
      ),
      (
        "K10",
        #"(?s)\A(ssl\.key\.location|sasl\.oauthbearer\.assertion\.private\.key\.file"#
          + #"|kerberos\.keytab|ssl\.keystore\.(location|certificate\.chain))\z|username\z"#
      ),
    ])
  }

  /// Where a word begins: Swift's own boundary also lies between digits and letters.
  private static let start = "(?:\\A|[^0-9A-Z_a-z])"

  static func values() throws -> SecretRuleOracle {
    try SecretRuleOracle([
      ("V01", #"-----BEGIN[-_ A-Z0-9]{0,100}PRIVATE KEY( BLOCK)?-----"#),
      ("V02", start + #"(A3T[0-9A-Z]|AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{16}(?![0-9A-Z_a-z])"#),
      ("V03", start + #"ey[0-9A-Za-z]{17,}\.ey[-0-9A-Za-z/\\_]{17,}\."#),
      ("V04", #"(?s)AccountKey=[0-9A-Za-z+/=]{80,}|SharedAccessKey=[^;]{20,}"#),
      ("V05", #"[&?](sig|X-Amz-Signature|X-Goog-Signature)=[%+/0-9=A-Za-z]{10,}"#),
      ("V06", #"[A-Za-z][-+.0-9A-Za-z]*://[^\s/:@]*:[^\s/@]+@"#),
      ("V07", start + #"([Bb][Aa][Ss][Ii][Cc]|[Bb][Ee][Aa][Rr][Ee][Rr])\s+[-+./0-9=A-Z_a-z~]{8,}"#),
      ("V08", #""type"\s*:\s*"service_account"|"private_key"\s*:"#),
      (
        "V09",
        start + #"hvs\.[-\w]{90}|"# + start
          + #"hvb\.[-\w]{138}|gh[oprsu]_[0-9A-Za-z]{36}|github_pat_\w{82}"#
          + #"|glpat-[-\w]{20}|xox[abeprs]-[-\w]{10}|dapi[0-9a-f]{32}|AIza[-\w]{35}"#
          + #"|sk_live_[0-9A-Za-z]{10}|ops_eyJ[+/0-9A-Za-z]{250}"#
          + #"|[.0-9A-Z_a-z~]{3}\dQ~[-.0-9A-Z_a-z~]{31}"#
      ),
      (
        "V10",
        #"([Pp][Aa][Ss][Ss][Ww][Oo][Rr][Dd]|[Pp][Aa][Ss][Ss][Ww][Dd]|[Pp][Ww][Dd]"#
          + #"|[Ss][Ee][Cc][Rr][Ee][Tt]|[Aa][Cc][Cc][Ee][Ss][Ss][Kk][Ee][Yy]"#
          + #"|[Aa][Pp][Ii][Kk][Ee][Yy]|[Tt][Oo][Kk][Ee][Nn])\s*[:=]\s*["']?[^\s"',;&]{4}"#
      ),
    ])
  }

  /// What the entropy rules say, by the mathematics library and a different way of counting.
  static func randomness(key: String, value: String) -> [String] {
    var ids: [String] = []
    let suspicious = #/access|auth|api|credential|creds|key|passw(or)?d|secret|token/#
    if value.unicodeScalars.count >= 10, key.firstMatch(of: suspicious) != nil,
      !SecretRules.isBenign(ByteText(key)), entropy(value) >= 3.5 - tolerance
    {
      ids.append("G01")
    }
    let base64 = value.matches(of: #/[A-Za-z0-9+\/=_\-]{20,}/#.matchingSemantics(.unicodeScalar))
    if base64.contains(where: { run in
      run.output.contains { "0"..."9" ~= $0 } && entropy(String(run.output)) >= 4.5 - tolerance
    }) {
      ids.append("G02")
    }
    let hex = value.matches(of: #/[0-9a-fA-F]{32,}/#.matchingSemantics(.unicodeScalar))
    if hex.contains(where: { entropy(String($0.output)) >= 3 - tolerance }) { ids.append("G03") }
    return ids
  }

  private static let tolerance = 1e-9
}
