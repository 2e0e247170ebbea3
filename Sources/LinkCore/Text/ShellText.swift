extension String {
  /// This text as one word of a POSIX shell: in single quotes, unless nothing in it means anything
  /// to a shell.
  package var quoted: String {
    let isPlain = { (scalar: Unicode.Scalar) in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".", "/", ":", "=", "@", "%", "+", ",": true
      default: false
      }
    }
    guard isEmpty || !unicodeScalars.allSatisfy(isPlain) else { return self }
    return "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#)
      + "'"
  }
}
