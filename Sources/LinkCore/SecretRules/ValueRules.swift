extension SecretRules {
  /// Rules about values: what is written as a secret is one.
  static let valueRules: [SecretRule] = [
    .value("V01", "a private key", holding: [Anchor("-----BEGIN PRIVATE KEY")]) { value in
      value.indices.contains { value.hasPrivateKey(at: $0) }
    },
    .value("V02", "an AWS access key id", holding: [Anchor("A", run: 20)]) { value in
      value.indices.contains { value.hasAccessKeyID(at: $0) }
    },
    .value("V03", "a JSON web token", holding: [Anchor("ey.", run: 19)]) { value in
      value.indices.contains { value.hasWebToken(at: $0) }
    },
    .value("V04", "an Azure connection string", holding: anchors("AccountKey=", "SharedAccessKey="))
    { value in
      value.indices.contains { value.hasAzureKey(at: $0) }
    },
    .value("V05", "a signed URL", holding: anchors("ig=")) { value in
      value.indices.contains { value.hasSignature(at: $0) }
    },
    .value("V06", "a URL with a password in it", holding: anchors("://@")) { value in
      value.indices.contains { value.userInfo(around: $0) != nil }
    },
    .value("V07", "an Authorization header", holding: anchors(inAnyCase: "basic", "bearer")) {
      value in
      value.indices.contains { value.hasAuthorization(at: $0) }
    },
    .value("V08", "the key of a service account", holding: anchors("\"type:")) { value in
      value.indices.contains { value.hasServiceAccount(at: $0) }
    },
    .value("V09", "a token of a known service", holding: tokenAnchors) { value in
      SecretRules.tokenShapes.contains { $0.occurs(in: value) } || value.hasEntraSecret
    },
    .value("V10", "a password written into a text", holding: assignmentAnchors) { value in
      value.indices.contains { value.hasAssignedSecret(at: $0) }
    },
  ]

  /// What has to be there of words of which one is looked for.
  private static func anchors(_ words: String...) -> [Anchor] {
    words.map { Anchor($0) }
  }

  private static func anchors(inAnyCase words: String...) -> [Anchor] {
    words.map { Anchor($0, inAnyCase: true) }
  }

  private static let tokenAnchors = tokenShapes.map(\.anchor) + [Anchor("Q~")]

  fileprivate static let assignedWords = [
    "password", "passwd", "pwd", "secret", "accesskey", "apikey", "token",
  ]

  private static let assignmentAnchors = assignedWords.flatMap { word in
    anchors(inAnyCase: word + "=", word + ":")
  }
}

extension ByteText {
  fileprivate func hasPrivateKey(at index: Int) -> Bool {
    guard has("-----BEGIN", at: index) else { return false }
    let start = index + 10
    // No label is longer; texts of nothing but beginnings would be read again at each of them.
    let end = min(start + 100, bytes.count)
    let label = bytes[start..<end].prefix { $0.isUpper || $0.isDigit || $0.isOne(of: " _-") }.count
    return (start...start + label).contains {
      has("PRIVATE KEY-----", at: $0) || has("PRIVATE KEY BLOCK-----", at: $0)
    }
  }

  fileprivate func hasAccessKeyID(at index: Int) -> Bool {
    guard self[index] == UInt8(ascii: "A"), isWordStart(index) else { return false }
    let isKind =
      ["AKIA", "ASIA", "ABIA", "ACCA"].contains { has($0, at: index) } || has("A3T", at: index)
    return isKind && run(from: index) { $0.isUpper || $0.isDigit } == 20
      && self[index + 20]?.isWord != true
  }

  fileprivate func hasWebToken(at index: Int) -> Bool {
    guard has("ey", at: index), isWordStart(index) else { return false }
    let header = run(from: index + 2, of: \.isAlphanumeric)
    let dot = index + 2 + header
    guard header >= 17, has(".ey", at: dot) else { return false }
    let body = run(from: dot + 3) { $0.isAlphanumeric || $0.isOne(of: "/\\_-") }
    return body >= 17 && self[dot + 3 + body] == UInt8(ascii: ".")
  }

  fileprivate func hasAzureKey(at index: Int) -> Bool {
    if has("AccountKey=", at: index) {
      return run(from: index + 11) { $0.isAlphanumeric || $0.isOne(of: "+/=") } >= 80
    }
    return has("SharedAccessKey=", at: index)
      && characters(from: index + 16) { $0 == UInt8(ascii: ";") } >= 20
  }

  fileprivate func hasSignature(at index: Int) -> Bool {
    guard self[index]?.isOne(of: "?&") == true else { return false }
    return ["sig=", "X-Amz-Signature=", "X-Goog-Signature="].contains { name in
      has(name, at: index + 1)
        && run(from: index + 1 + name.utf8.count) { $0.isAlphanumeric || $0.isOne(of: "%+/=") }
          >= 10
    }
  }

  fileprivate func hasAuthorization(at index: Int) -> Bool {
    guard bytes[index].lowercased == UInt8(ascii: "b"), isWordStart(index) else { return false }
    return ["basic", "bearer"].contains { scheme in
      guard hasIgnoringCase(scheme, at: index) else { return false }
      let gap = index + scheme.utf8.count
      let space = run(from: gap, of: \.isSpace)
      let isToken = { (byte: UInt8) in byte.isAlphanumeric || byte.isOne(of: "+/=_.~-") }
      return space > 0 && run(from: gap + space, of: isToken) >= 8
    }
  }

  fileprivate func hasServiceAccount(at index: Int) -> Bool {
    if has("\"private_key\"", at: index) { return colon(from: index + 13) != nil }
    guard has("\"type\"", at: index), let value = colon(from: index + 6) else { return false }
    return has("\"service_account\"", at: value + run(from: value, of: \.isSpace))
  }

  /// The place behind a colon, where one follows.
  private func colon(from index: Int) -> Int? {
    let place = index + run(from: index, of: \.isSpace)
    return self[place] == UInt8(ascii: ":") ? place + 1 : nil
  }

  /// Whether the `=` or `:` here gives a value to a word that means a secret.
  fileprivate func hasAssignedSecret(at index: Int) -> Bool {
    guard self[index]?.isOne(of: "=:") == true else { return false }
    let name = bytes[..<index].count - bytes[..<index].reversed().prefix(while: \.isSpace).count
    guard
      SecretRules.assignedWords.contains(where: { hasIgnoringCase($0, at: name - $0.utf8.count) })
    else {
      return false
    }
    var value = index + 1 + run(from: index + 1, of: \.isSpace)
    if self[value]?.isOne(of: "\"'") == true { value += 1 }
    return characters(from: value) { $0.isSpace || $0.isOne(of: "\"';,&") } >= 4
  }
}

extension ByteText {
  /// Where `user:password` stands, if the `://` of a URL is here and it has them.
  func userInfo(around index: Int) -> Range<Int>? {
    guard has("://", at: index), hasScheme(before: index) else { return nil }
    let start = index + 3
    let user = run(from: start) { !$0.isSpace && !$0.isOne(of: "/:@") }
    guard self[start + user] == UInt8(ascii: ":") else { return nil }
    let password = run(from: start + user + 1) { !$0.isSpace && !$0.isOne(of: "/@") }
    let end = start + user + 1 + password
    return password > 0 && self[end] == UInt8(ascii: "@") ? start..<end : nil
  }

  private func hasScheme(before index: Int) -> Bool {
    bytes[..<index].reversed().prefix { $0.isAlphanumeric || $0.isOne(of: "+.-") }
      .contains(where: \.isLetter)
  }
}
