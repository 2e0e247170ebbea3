/// Bytes as base64 without padding, and back.
package struct Base64: Sendable {
  /// As most documents have it.
  package static let standard = Base64("+/")
  /// As URLs and file names can hold it.
  package static let url = Base64("-_")

  private let digits: [UInt8]
  /// What a digit stands for; 64 for what is none.
  private let values: [UInt8]

  private init(_ end: String) {
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + end
    digits = Array(alphabet.utf8)
    var values = [UInt8](repeating: 64, count: 256)
    for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
    self.values = values
  }

  /// The digits, a byte each.
  package func digits(of bytes: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var pending = 0
    var bits = 0
    for byte in bytes {
      pending = (pending << 8 | Int(byte)) & 0xFFFF
      bits += 8
      while bits >= 6 {
        bits -= 6
        result.append(digits[pending >> bits & 63])
      }
    }
    if bits > 0 { result.append(digits[pending << (6 - bits) & 63]) }
    return result
  }

  /// The digits as text.
  package func text(of bytes: some Sequence<UInt8>) -> String {
    String(decoding: digits(of: bytes), as: UTF8.self)
  }

  /// What digits stand for; `nil` for anything but the one way to write it: no other character, no
  /// padding, no bit left over that is not zero.
  package func bytes(of digits: some Collection<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(digits.count * 3 / 4)
    var pending = 0
    var bits = 0
    for digit in digits {
      let value = values[Int(digit)]
      guard value < 64 else { return nil }
      pending = (pending << 6 | Int(value)) & 0xFFFF
      bits += 6
      guard bits >= 8 else { continue }
      bits -= 8
      result.append(UInt8(pending >> bits & 0xFF))
    }
    let isWhole = bits < 6 && pending & ((1 << bits) - 1) == 0
    return isWhole ? result : nil
  }
}
