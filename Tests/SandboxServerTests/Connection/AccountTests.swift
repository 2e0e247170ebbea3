import LinkCore
import LinkSeal
import Testing

@testable import SandboxServer

@Suite struct AccountTests {
  private static let challenge = [UInt8](1...20)
  /// Of the password `secret`, made with Python's hashlib.
  private static let proof: [UInt8] = [
    0xB3, 0x2B, 0xB3, 0xA5, 0x83, 0xE1, 0x34, 0x0C, 0x0A, 0x11, 0x08, 0xD5, 0x8B, 0x1B, 0xE4, 0x97,
    0x81, 0xAD, 0x8C, 0x2F,
  ]

  private func accepts(
    _ proof: [UInt8],
    user: String = "root",
    password: String? = "secret",
    challenge: [UInt8] = challenge
  ) -> Bool {
    let account = Account(password: password.map { Secret($0) }, hash: Digest.sha1)
    return account.accepts(user, proof: proof, of: challenge)
  }

  @Test func `The proof of the password opens`() {
    #expect(accepts(Self.proof))
  }

  @Test func `Nothing else does`() {
    for index in Self.proof.indices {
      var changed = Self.proof
      changed[index] ^= 1
      #expect(!accepts(changed))
    }
    #expect(!accepts([]))
    #expect(!accepts(Array(Self.proof.dropLast())))
    #expect(!accepts(Self.proof + [0]))
    #expect(!accepts(Self.proof, user: "Root"))
    #expect(!accepts(Self.proof, password: "Secret"))
    #expect(!accepts(Self.proof, challenge: [UInt8](2...21)))
  }

  @Test(arguments: [nil, ""])
  func `Without a password none is to be given`(password: String?) {
    #expect(accepts([], password: password))
    #expect(!accepts(Self.proof, password: password))
    #expect(!accepts([], user: "", password: password))
  }
}
