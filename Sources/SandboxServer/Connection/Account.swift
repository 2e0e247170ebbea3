package import LinkCore

/// The one account there is: `root`, with a password or none.
package struct Account: Sendable {
  /// SHA-1, which `mysql_native_password` is made of.
  package typealias Hash = @Sendable ([UInt8]) -> [UInt8]

  static let user = "root"

  private let hash: Hash
  /// SHA-1 of SHA-1 of the password; `nil` where there is none.
  private let stored: [UInt8]?

  /// No password, and an empty one, is none.
  package init(password: Secret?, hash: @escaping Hash) {
    self.hash = hash
    stored = password?.reveal { $0.isEmpty ? nil : hash(hash(Array($0.utf8))) }
  }

  /// Whether a proof shows that its sender knows the password.
  ///
  /// It is SHA-1(password) XOR SHA-1(challenge + stored).
  func accepts(_ user: String, proof: [UInt8], of challenge: [UInt8]) -> Bool {
    guard user == Self.user else { return false }
    guard let stored else { return proof.isEmpty }
    guard proof.count == stored.count else { return false }
    let once = zip(proof, hash(challenge + stored)).map { $0 ^ $1 }
    // Every byte is looked at, so that time tells nothing.
    return zip(hash(once), stored).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
