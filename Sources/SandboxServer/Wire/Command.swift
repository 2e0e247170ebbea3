/// What a client asks for once it is let in.
enum Command: Hashable {
  case quit
  case use(String)
  case query(String)
  case ping
  case reset
  case statistics
  case setOption
  /// A statement that is no UTF-8.
  case notText
  case prepare
  case unknown(UInt8)

  init(_ payload: [UInt8]) {
    let rest = payload.dropFirst()
    switch payload.first {
    case 0x01: self = .quit
    case 0x02: self = String(validating: rest, as: UTF8.self).map { .use($0) } ?? .notText
    case 0x03: self = String(validating: rest, as: UTF8.self).map { .query($0) } ?? .notText
    case 0x09: self = .statistics
    case 0x0E: self = .ping
    case 0x16: self = .prepare
    case 0x1B: self = .setOption
    case 0x1F: self = .reset
    case let code: self = .unknown(code ?? 0)
    }
  }
}
