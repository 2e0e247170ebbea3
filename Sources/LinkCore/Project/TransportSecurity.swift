/// How a connection is kept from others' eyes and hands, as an environment declares it.
package struct TransportSecurity: Hashable, Sendable {
  /// What of a server's certificate is verified; the words stand in `linkctl.yaml`.
  package enum Verification: String, CaseIterable, Sendable {
    /// Its chain, its dates and the name of the host.
    case full
    /// Its chain and its dates.
    case ca
    /// Nothing: without TLS.
    case off
  }

  /// The file of the authorities to trust, relative to the project; the system's where missing.
  package let authorities: String?
  /// `nil` where the address decides.
  package let verification: Verification?

  package init(authorities: String? = nil, verification: Verification? = nil) {
    self.authorities = authorities
    self.verification = verification
  }
}

/// How a user proves who it is.
package enum Authentication: String, CaseIterable, Sendable {
  /// The password goes over as a hash that is good for one login.
  case hashed
  /// The password goes over as it is, as JWT and PAM logins need it.
  case clear

  /// What may be written down; the other is what is done without a word.
  package static let words = [clear.rawValue]
}

extension TransportSecurity {
  /// What is verified of the server at an address: everything, but nothing where no byte leaves the
  /// machine and nothing is said; or why that must not be.
  package func verification(
    of address: ServerAddress,
    for authentication: Authentication
  ) throws(TransportProblem) -> Verification {
    if address.socket != nil, let verification, verification != .off { throw .onSocket }
    let isSilent = verification == nil && authorities == nil
    let chosen =
      address.socket != nil || (address.isLocal && isSilent) ? .off : verification ?? .full
    if chosen == .off, !address.isLocal { throw .offTheMachine }
    if chosen == .off, authentication == .clear { throw .clearWithout }
    return chosen
  }
}

/// Settings of a connection that would give it away.
package enum TransportProblem: Error, Hashable, Sendable {
  case offTheMachine
  case onSocket
  case clearWithout

  package var message: String {
    switch self {
    case .offTheMachine:
      "tls.verify: off is for loopback and unix sockets alone; name the authority in tls.ca instead"
    case .onSocket:
      "tls: a unix socket never leaves the machine and takes no TLS; leave tls out"
    case .clearWithout:
      "auth: clear sends the password as it is, and only over verified TLS; set tls: { ca: FILE }"
    }
  }
}
