package import LinkCore

/// All that it takes to connect to a server.
package struct ServerSettings: Sendable {
  package let address: ServerAddress
  /// `nil` for an account without one.
  package let password: Secret?
  package let encryption: Encryption
  /// Whether the server may be given the password as it is, where it asks for that.
  package let allowsClearPassword: Bool
  package private(set) var limits: TimeLimits
  /// How often connecting is tried before it counts as failed.
  package private(set) var tries: Int

  /// A clear password takes verified encryption: without it there is none.
  package init(
    _ address: ServerAddress,
    password: Secret? = nil,
    encryption: Encryption,
    allowsClearPassword: Bool = false,
    limits: TimeLimits = TimeLimits(),
    tries: Int = 1
  ) {
    self.address = address
    self.password = password
    self.encryption = encryption
    self.allowsClearPassword = allowsClearPassword && encryption != .off
    self.limits = limits
    self.tries = tries
  }

  /// The same with one try alone.
  package var once: ServerSettings {
    var settings = self
    settings.tries = 1
    return settings
  }

  /// The same for somebody who has no time: one try, and a second for each answer.
  package var hurried: ServerSettings {
    var settings = once
    settings.limits = TimeLimits(connect: 1, read: 1, write: 1)
    return settings
  }

  /// Whether and how TLS is used.
  package enum Encryption: Hashable, Sendable {
    case off
    /// With a certificate of these authorities, for this very host.
    case host(Authorities)
    /// With a certificate of these authorities, for whatever host.
    case authority(Authorities)
  }

  /// How long to wait, in whole seconds.
  package struct TimeLimits: Hashable, Sendable {
    package let connect: UInt32
    package let read: UInt32
    package let write: UInt32

    package init(connect: UInt32 = 10, read: UInt32 = 60, write: UInt32 = 30) {
      self.connect = connect
      self.read = read
      self.write = write
    }
  }
}
