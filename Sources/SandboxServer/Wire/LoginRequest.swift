/// The client's answer to the greeting.
struct LoginRequest: Hashable {
  let capabilities: Capabilities
  let user: String
  /// What proves the password; empty where there is none.
  let proof: [UInt8]
  let database: String?
  /// How the proof was made; `nil` where the client does not say.
  let plugin: String?

  /// `nil` where it is none, or not of a client that can do what is required.
  init?(_ payload: [UInt8]) {
    var reader = WireReader(payload)
    guard let flags = reader.number(4) else { return nil }
    let capabilities = Capabilities(rawValue: UInt32(truncatingIfNeeded: flags))
    // Largest packet, character set, and what is reserved.
    guard capabilities.isSuperset(of: .required), reader.take(4 + 1 + 23) != nil,
      let user = reader.bytesUntilNUL()
    else { return nil }
    let hasLength = capabilities.contains(.lengthEncodedAuthentication)
    let proof =
      hasLength
      ? reader.lengthEncodedBytes()
      : reader.number(1).flatMap { reader.take(Int($0)) }
    guard let proof else { return nil }
    self.capabilities = capabilities.intersection(.offered)
    self.user = String(decoding: user, as: UTF8.self)
    self.proof = proof
    let database = capabilities.contains(.connectWithDatabase) ? reader.bytesUntilNUL() : nil
    self.database = database.flatMap { $0.isEmpty ? nil : String(decoding: $0, as: UTF8.self) }
    let plugin = capabilities.contains(.pluginAuthentication) ? reader.bytesUntilNUL() : nil
    self.plugin = plugin.map { String(decoding: $0, as: UTF8.self) }
  }
}
