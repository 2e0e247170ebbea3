extension String {
  /// With ASCII letters in upper case, all else untouched.
  package var uppercasedASCII: String {
    guard utf8.contains(where: \.isLower) else { return self }
    return String(decoding: utf8.map { $0.isLower ? $0 & 0xDF : $0 }, as: UTF8.self)
  }

  /// With ASCII letters in lower case, all else untouched.
  package var asciiLowercased: String {
    guard utf8.contains(where: \.isUpper) else { return self }
    return String(decoding: utf8.map(\.lowercased), as: UTF8.self)
  }

  /// Whether both have the same bytes but for the case of ASCII letters.
  package func isIdenticalInAnyCase(to other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    return withBytes { mine in
      other.withBytes { theirs in
        mine.indices.allSatisfy { mine[$0].lowercased == theirs[$0].lowercased }
      }
    }
  }

  /// Whether all its bytes are of a class; quicker than to ask of its characters.
  @inline(__always)
  func hasOnlyBytes(_ isMember: (UInt8) -> Bool) -> Bool {
    withBytes { bytes in
      for byte in bytes where !isMember(byte) { return false }
      return true
    }
  }

  /// With everything beyond printable ASCII as `\u{417}`, so that look-alikes give themselves away.
  package var escapedASCII: String {
    unicodeScalars.map { scalar in
      (0x20..<0x7F).contains(scalar.value)
        ? String(scalar) : "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    }.joined()
  }
}
