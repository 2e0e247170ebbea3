/// What is planned for one declared link, and why.
///
/// A class, for a plan holds many of them that are put into one order and another.
package final class LinkChange: Sendable {
  package enum Action: CaseIterable, Sendable {
    case create
    case update
    /// Replaced, and ours from then on.
    case adopt
    case recreate
    case drop
    case none
  }

  /// Why the action is what it is; the raw value is part of the plan's JSON.
  package enum Reason: String, CaseIterable, Sendable {
    case missing
    case configChanged = "config_changed"
    case descriptionChanged = "description_changed"
    case credentialsRotated = "credentials_rotated"
    case severalChanged = "several_changed"
    case typeChanged = "type_changed"
    case adopt
    case rotateRequested = "rotate_requested"
    /// The tag is made again with the fingerprint key of now.
    case keyRotated = "fingerprint_key_rotated"
    case declaredAbsent = "declared_absent"
    case blocked
    case notOurs = "not_ours"
    case inSync = "in_sync"
  }

  /// What is known of a link's credentials on the server.
  package enum Credentials: String, Sendable {
    /// Those that linkctl sent last, by the tag; what was altered by hand since, nobody can see.
    case asSent = "as_sent"
    /// Others than were sent last, by the tag or by `rotation`, or sent again on request.
    case rotated
    /// Sent for the first time.
    case new
    /// Could not be compared.
    case unverifiable
    /// Not declared, or left out of the comparison.
    case unmanaged
  }

  /// What could not be compared of a link that counts as unchanged; the raw value is part of the
  /// plan's JSON.
  package enum Unverifiable: String, CaseIterable, Sendable {
    /// No server shows them, and the link has no tag.
    case credentials = "credentials-unreadable"
    case noKey = "no-fingerprint-key"
    /// The tag was made with a key that is not at hand.
    case otherKey = "other-fingerprint-key"
    /// The tag was made without a key.
    case noFingerprint = "no-fingerprint"
    /// A secret is not set where the plan is made.
    case secretMissing = "secret-not-set"
    /// Nothing but files of the project is read.
    case offline
    /// This server's catalog does not show it.
    case config = "config-unreadable"
    /// A secret stands in it, and was left out when the catalog was read.
    case redacted = "config-redacted"
  }

  /// Why nothing may be done, though something would have to be.
  package struct Block: Sendable {
    package let reason: BlockReason
    package let message: String
    /// How to go on.
    package let advice: String
  }

  package let address: LinkAddress
  package let action: Action
  package let reason: Reason
  package let before: CatalogLink?
  package let after: DesiredLink
  package let fields: [FieldChange]
  package let credentials: Credentials
  /// Why credentials could not be compared, where they could not.
  package let obstacle: Unverifiable?
  /// Whether the tag tells that the secrets at hand are others than were sent last.
  package let hasOtherSecrets: Bool
  /// Why the link does not count as ours, where it does not.
  package let foreign: Foreign?
  /// The fields by which credentials that the link has would go to another destination.
  package let retargets: [FieldChange]
  /// In the order of execution.
  package let statements: [Statement]
  /// The pipelines that read through the link, running ones first.
  package let pipelines: [Snapshot.Pipeline]
  package let block: Block?
  /// Differences that `update: never` leaves alone.
  package let isHeld: Bool

  init(
    address: LinkAddress,
    action: Action,
    reason: Reason,
    before: CatalogLink?,
    after: DesiredLink,
    fields: [FieldChange],
    credentials: Credentials,
    obstacle: Unverifiable?,
    hasOtherSecrets: Bool,
    foreign: Foreign?,
    retargets: [FieldChange],
    statements: [Statement],
    pipelines: [Snapshot.Pipeline],
    block: Block?,
    isHeld: Bool
  ) {
    self.address = address
    self.action = action
    self.reason = reason
    self.before = before
    self.after = after
    self.fields = fields
    self.credentials = credentials
    self.obstacle = obstacle
    self.hasOtherSecrets = hasOtherSecrets
    self.foreign = foreign
    self.retargets = retargets
    self.statements = statements
    self.pipelines = pipelines
    self.block = block
    self.isHeld = isHeld
  }
}

/// Why a change is blocked; the raw value is part of the plan's JSON.
package enum BlockReason: String, CaseIterable, Sendable {
  case typeChange = "type-change"
  case dropConsent = "drop-consent"
  case protected
  case inUse = "in-use"
  case unmanagedCredentials = "unmanaged-credentials"
  case noReplace = "no-or-replace"
  case unsupportedType = "unsupported-type"
  case retarget
  case unreadable
}

/// One field of a link that differs.
package struct FieldChange: Sendable {
  package let path: FieldPath
  /// `nil` where it is not set.
  package let before: JSONValue?
  package let after: JSONValue?
  /// Whether the catalog's side cannot be read.
  package let isUnreadable: Bool
  package let source: SourceLocation

  package init(
    path: FieldPath,
    before: JSONValue?,
    after: JSONValue?,
    isUnreadable: Bool = false,
    source: SourceLocation
  ) {
    self.path = path
    self.before = before
    self.after = after
    self.isUnreadable = isUnreadable
    self.source = source
  }
}

extension LinkChange {
  /// The type as declared, or as the catalog has it where a tombstone names none.
  package var typeName: String {
    after.type?.name ?? before?.type ?? ""
  }

  /// Whether something of a link that counts as unchanged could not be compared.
  package var isUnverifiable: Bool { !unverifiable.isEmpty }

  /// What could not be compared, where nothing is done about the link.
  package var unverifiable: [Unverifiable] {
    action == .none && block == nil && reason != .notOurs ? uncompared : []
  }

  /// What could not be compared, whatever is done.
  var uncompared: [Unverifiable] {
    let unreadable = fields.filter(\.isUnreadable)
    let found: [Unverifiable?] = [
      obstacle,
      unreadable.contains { $0.before == nil } ? .config : nil,
      unreadable.contains { $0.before != nil } ? .redacted : nil,
    ]
    return found.compactMap(\.self)
  }
}
