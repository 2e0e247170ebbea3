/// What the two ends of a connection can do, as bits of the handshake.
struct Capabilities: OptionSet, Hashable {
  let rawValue: UInt32

  static let longPassword = Capabilities(rawValue: 1)
  static let foundRows = Capabilities(rawValue: 1 << 1)
  static let longFlag = Capabilities(rawValue: 1 << 2)
  static let connectWithDatabase = Capabilities(rawValue: 1 << 3)
  static let ignoreSpace = Capabilities(rawValue: 1 << 8)
  static let protocol41 = Capabilities(rawValue: 1 << 9)
  static let interactive = Capabilities(rawValue: 1 << 10)
  static let tls = Capabilities(rawValue: 1 << 11)
  static let transactions = Capabilities(rawValue: 1 << 13)
  static let secureConnection = Capabilities(rawValue: 1 << 15)
  static let multipleResults = Capabilities(rawValue: 1 << 17)
  static let pluginAuthentication = Capabilities(rawValue: 1 << 19)
  static let connectAttributes = Capabilities(rawValue: 1 << 20)
  static let lengthEncodedAuthentication = Capabilities(rawValue: 1 << 21)
  static let deprecateEOF = Capabilities(rawValue: 1 << 24)

  /// What the server offers: neither TLS nor compression nor files, and one statement at a time.
  static let offered: Capabilities = [
    .longPassword, .foundRows, .longFlag, .connectWithDatabase, .ignoreSpace, .protocol41,
    .interactive, .transactions, .secureConnection, .multipleResults, .pluginAuthentication,
    .connectAttributes, .lengthEncodedAuthentication, .deprecateEOF,
  ]

  /// What a client has to be able to do.
  static let required: Capabilities = [.protocol41, .secureConnection]
}
