extension SecretRules {
  /// Rules about values that look as if chance had made them.
  static let entropyRules: [SecretRule] = [
    .keyAndValue(
      "G01",
      "a random text under a suspicious name",
      .warn,
      holding: suspiciousParts
    ) { key, value in
      value.mayHaveEntropy && value.bytes.count { !$0.isContinuation } >= 10 && isSuspicious(key)
        && value.entropy(of: value.indices) >= 3.5
    },
    // 23 different bytes have at most 4.5 bits each, 8 have 3.
    .value("G02", "a random text", .warn, holding: [Anchor(run: 20, distinct: 23)]) { value in
      value.runs(atLeast: 20, of: \.isOfToken)
        .contains { value.bytes[$0].contains(where: \.isDigit) && value.entropy(of: $0) >= 4.5 }
    },
    .value("G03", "a random number", .warn, holding: [Anchor(run: 32, distinct: 8)]) { value in
      value.runs(atLeast: 32, of: \.isHexDigit).contains { value.entropy(of: $0) >= 3 }
    },
  ]

  /// Whether a key of this path might hold a secret, though no other rule says so.
  static func isSuspicious(_ key: ByteText) -> Bool {
    suspiciousParts.contains(where: key.contains) && !isBenign(key)
  }

  /// Whether the last word of a key says that its value is the place, the kind or the measure of
  /// something.
  static func isBenign(_ key: ByteText) -> Bool {
    let last = key.bytes.split { $0.isKeySeparator }.last ?? []
    return benignEndings.contains { last.elementsEqual($0.utf8) }
      || benignKeys.contains(where: key.ends)
  }

  private static let suspiciousParts = [
    "access", "auth", "api", "credential", "creds", "key", "passwd", "password", "secret", "token",
  ]

  private static let benignEndings = [
    "algorithm", "authentication", "authorization", "authsource", "class", "cmd", "columns",
    "converter", "count", "deserializer", "enable", "enabled", "endpoint", "field", "fields",
    "file", "format", "hostname", "keytab", "list", "local", "location", "md5", "mechanism",
    "mechanisms", "method", "mode", "ms", "name", "path", "principal", "protocol", "provider",
    "providers", "region", "scope", "serializer", "size", "source", "strategy", "type", "uri",
    "url", "version",
  ]

  private static let benignKeys = ["kms-key-id", "partition.key", "primary_key", "sort_key"]
}

extension ByteText {
  /// Whether it might have 3.5 bits a byte: with n different bytes no text has more than log2(n).
  fileprivate var mayHaveEntropy: Bool { !glance.set.isASCII || glance.set.count >= 12 }

  /// The longest stretches of bytes of a class, where they are long enough.
  func runs(atLeast length: Int, of isMember: (UInt8) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      let count = run(from: start, of: isMember)
      if count >= length { runs.append(start..<start + count) }
      start += count + 1
    }
    return runs
  }

  /// Shannon's entropy in bits a byte.
  func entropy(of range: Range<Int>) -> Double {
    var counts = [Int](repeating: 0, count: 256)
    for byte in bytes[range] { counts[Int(byte)] += 1 }
    let total = Double(range.count)
    let sum = counts.reduce(into: 0.0) { sum, count in
      if count > 1 { sum += Double(count) * logarithm(Double(count)) }
    }
    // Sums of parts that are not exact may lie a hair below a threshold they reach.
    return range.isEmpty ? 0 : logarithm(total) - sum / total + 1e-9
  }
}

/// The logarithm to base 2 of a number from 1 on, digit by digit, as the core has no mathematics
/// library.
private func logarithm(_ number: Double) -> Double {
  var result = Double(number.exponent)
  var rest = number.significand
  var bit = 0.5
  while bit > 1e-12, rest > 1 {
    rest *= rest
    if rest >= 2 {
      rest /= 2
      result += bit
    }
    bit /= 2
  }
  return result
}
