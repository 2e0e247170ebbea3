extension String {
  /// With ASCII letters in upper case, all else untouched.
  package var uppercasedASCII: String {
    String(String.UnicodeScalarView(unicodeScalars.map(\.uppercasedASCII)))
  }

  /// With everything beyond printable ASCII as `\u{417}`, so that look-alikes give themselves away.
  package var escapedASCII: String {
    unicodeScalars.map { scalar in
      (0x20..<0x7F).contains(scalar.value)
        ? String(scalar) : "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    }.joined()
  }
}

extension Unicode.Scalar {
  fileprivate var uppercasedASCII: Unicode.Scalar {
    ("a"..."z").contains(self) ? Unicode.Scalar(UInt8(value) - 0x20) : self
  }
}
