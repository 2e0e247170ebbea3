extension Unicode.Scalar {
  /// Whether a terminal or an editor would act on it, or show nothing at all, instead of showing it:
  /// controls, line and paragraph separators, bidirectional controls, invisible characters.
  package var needsEscape: Bool {
    isForbidden || self == "\n" || self == "\t" || isInvisible
  }

  /// What the text policy refuses everywhere: C0 but LF and TAB, DEL, C1, U+2028, U+2029 and
  /// bidirectional controls.
  package var isForbidden: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029: true
    default: isBidirectionalControl
    }
  }

  package var isBidirectionalControl: Bool {
    switch value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Shows as nothing: zero-width characters, fillers, variation selectors, tags, soft hyphen.
  package var isInvisible: Bool {
    switch value {
    case 0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200D,
      0x2060...0x2065, 0x206A...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0,
      0xFFF0...0xFFF8, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF:
      true
    default:
      false
    }
  }
}

extension String {
  /// This text for a person's eyes: on one line, with nothing a terminal acts on.
  ///
  /// A line break is shown as `\n`, a tab as `\t`, others as `\u{1B}`; a backslash stays one.
  package var shown: String {
    guard !isPrintableASCII, unicodeScalars.contains(where: \.needsEscape) else { return self }
    var text = ""
    for scalar in unicodeScalars { scalar.appendShown(to: &text) }
    return text
  }
}

extension String {
  private var isPrintableASCII: Bool { utf8.allSatisfy { (0x20..<0x7F).contains($0) } }

  /// This text for a person's eyes, with its line ends as they are.
  package var shownLines: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { String($0).shown }
      .joined(separator: "\n")
  }
}

extension Unicode.Scalar {
  private func appendShownEscape(to text: inout String) {
    switch self {
    case "\n": text += "\\n"
    case "\t": text += "\\t"
    default: text += "\\u{" + String(value, radix: 16, uppercase: true) + "}"
    }
  }

  fileprivate func appendShown(to text: inout String) {
    if needsEscape { appendShownEscape(to: &text) } else { text.unicodeScalars.append(self) }
  }
}
