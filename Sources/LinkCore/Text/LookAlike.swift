/// Texts that look the same to a reader and are not the same to a server.
package enum LookAlike {
  /// What a text looks like: letters of other scripts as the Latin ones they resemble, every kind
  /// of space and hyphen as the plain one, nothing for what shows as nothing.
  ///
  /// Two texts look alike where their skeletons are equal by Swift's own `==`, which also merges
  /// composed and decomposed letters.
  package static func skeleton(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    var skeleton = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.isInvisible && !scalar.isBidirectionalControl {
      skeleton.append(folded(scalar))
    }
    return String(skeleton)
  }

  /// Whether both look the same, though their bytes differ.
  package static func confuses(_ one: String, with other: String) -> Bool {
    !one.isIdentical(to: other) && skeleton(one) == skeleton(other)
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0..<0x80: scalar
    case 0xFF01...0xFF5E: ascii(scalar.value - 0xFEE0)
    case 0x1D400...0x1D6A3: letter((scalar.value - 0x1D400) % 52)
    case 0x1D7CE...0x1D7FF: ascii(0x30 + (scalar.value - 0x1D7CE) % 10)
    case 0x00A0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: " "
    default: resembling[scalar] ?? scalar
    }
  }

  /// A mathematical letter: 26 capitals, then 26 small ones.
  private static func letter(_ index: UInt32) -> Unicode.Scalar {
    ascii(index < 26 ? 0x41 + index : 0x61 + index - 26)
  }

  private static func ascii(_ value: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(truncatingIfNeeded: value))
  }
}

extension LookAlike {
  /// Each scalar with what it resembles.
  private static let resembling: [Unicode.Scalar: Unicode.Scalar] = {
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (plain, others) in groups {
      for other in others.unicodeScalars { table[other] = plain }
    }
    return table
  }()

  /// Cyrillic, Greek, Armenian, Cherokee and lesser Latin letters, Roman numerals and punctuation.
  private static let groups: [(plain: Unicode.Scalar, others: String)] = [
    ("A", "\u{410}\u{391}\u{13AA}\u{15C5}\u{1D00}"),
    ("B", "\u{412}\u{392}\u{13F4}\u{212C}"),
    ("C", "\u{421}\u{3F9}\u{13DF}\u{216D}\u{2102}\u{212D}"),
    ("D", "\u{13A0}\u{216E}\u{2145}"),
    ("E", "\u{415}\u{395}\u{13AC}\u{2130}"),
    ("F", "\u{3DC}\u{2131}"),
    ("G", "\u{50C}\u{13C0}"),
    ("H", "\u{41D}\u{397}\u{13BB}\u{210B}\u{210C}\u{210D}"),
    ("I", "\u{406}\u{4C0}\u{399}\u{2160}\u{2110}\u{2111}"),
    ("J", "\u{408}\u{37F}\u{13AB}"),
    ("K", "\u{41A}\u{39A}\u{13E6}\u{212A}"),
    ("L", "\u{13DE}\u{216C}\u{2112}\u{53C}"),
    ("M", "\u{41C}\u{39C}\u{13B7}\u{216F}\u{2133}"),
    ("N", "\u{39D}\u{2115}"),
    ("O", "\u{41E}\u{39F}\u{555}"),
    ("P", "\u{420}\u{3A1}\u{13E2}\u{2119}"),
    ("Q", "\u{51A}\u{211A}"),
    ("R", "\u{13A1}\u{211B}\u{211C}\u{211D}"),
    ("S", "\u{405}\u{13DA}\u{54F}"),
    ("T", "\u{422}\u{3A4}\u{13A2}"),
    ("U", "\u{54D}"),
    ("V", "\u{474}\u{13D9}\u{2164}"),
    ("W", "\u{51C}\u{13B3}"),
    ("X", "\u{425}\u{3A7}\u{2169}"),
    ("Y", "\u{4AE}\u{423}\u{3A5}"),
    ("Z", "\u{396}\u{13C3}\u{2124}\u{2128}"),
    ("a", "\u{430}\u{3B1}\u{251}"),
    ("b", "\u{44C}\u{184}"),
    ("c", "\u{441}\u{3F2}\u{217D}\u{1D04}"),
    ("d", "\u{501}\u{217E}\u{2146}"),
    ("e", "\u{435}\u{212E}\u{212F}\u{2147}"),
    ("f", "\u{17F}\u{3DD}"),
    ("g", "\u{261}\u{210A}\u{581}"),
    ("h", "\u{4BB}\u{570}\u{210E}"),
    ("i", "\u{456}\u{3B9}\u{131}\u{269}\u{26A}\u{2170}\u{2148}"),
    ("j", "\u{458}\u{3F3}\u{2149}"),
    ("k", "\u{43A}\u{3BA}"),
    ("l", "\u{4CF}\u{217C}\u{2113}\u{1C0}"),
    ("m", "\u{43C}\u{217F}"),
    ("n", "\u{3B7}\u{578}\u{43F}"),
    ("o", "\u{43E}\u{3BF}\u{3C3}\u{585}\u{2134}\u{1D0F}"),
    ("p", "\u{440}\u{3C1}"),
    ("q", "\u{51B}\u{566}"),
    ("r", "\u{433}\u{1D26}"),
    ("s", "\u{455}"),
    ("t", "\u{442}\u{3C4}"),
    ("u", "\u{3C5}\u{57D}"),
    ("v", "\u{475}\u{3BD}\u{2174}"),
    ("w", "\u{51D}\u{3C9}\u{461}"),
    ("x", "\u{445}\u{3C7}\u{2179}"),
    ("y", "\u{443}\u{3B3}\u{4AF}"),
    ("z", "\u{1D22}"),
    ("0", "\u{660}\u{6F0}"),
    ("3", "\u{417}\u{4E0}\u{21C}"),
    ("6", "\u{431}"),
    ("-", "\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}\u{FE58}\u{FE63}\u{2D7}"),
    ("_", "\u{2CD}\u{FE4D}\u{FE4E}\u{FE4F}"),
    (".", "\u{2024}\u{FE52}\u{A4F8}"),
    (":", "\u{2236}\u{A789}\u{FE55}"),
    ("/", "\u{2044}\u{2215}"),
    ("'", "\u{2018}\u{2019}\u{2BC}\u{2032}"),
    ("\"", "\u{201C}\u{201D}\u{2033}"),
  ]
}
