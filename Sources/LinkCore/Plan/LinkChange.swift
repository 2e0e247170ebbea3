/// What is planned for one declared link, and why.
package struct LinkChange: Sendable {
  package enum Action: CaseIterable, Sendable {
    case create
    case update
    case recreate
    case drop
    case none
  }

  /// Why the action is what it is; the raw value is part of the plan's JSON.
  package enum Reason: String, CaseIterable, Sendable {
    case missing
    case configChanged = "config_changed"
    case descriptionChanged = "description_changed"
    case severalChanged = "several_changed"
    case typeChanged = "type_changed"
    case rotateRequested = "rotate_requested"
    case declaredAbsent = "declared_absent"
    case blocked
    case inSync = "in_sync"
  }

  /// What is known of a link's credentials on the server.
  package enum Credentials: String, Sendable {
    /// Sent again on request.
    case rotated
    /// Sent for the first time.
    case new
    /// Cannot be compared, for no server shows them.
    case unverifiable
    /// Not declared, or left out of the comparison.
    case unmanaged
  }

  /// What could not be compared of a link that counts as unchanged; the raw value is part of the
  /// plan's JSON.
  package enum Unverifiable: String, CaseIterable, Sendable {
    /// No server shows them.
    case credentials = "credentials-unreadable"
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
  /// In the order of execution.
  package let statements: [Statement]
  /// The pipelines that read through the link, running ones first.
  package let pipelines: [Snapshot.Pipeline]
  package let block: Block?
  /// Differences that `update: never` leaves alone.
  package let isHeld: Bool
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
    guard action == .none, block == nil else { return [] }
    let unreadable = fields.filter(\.isUnreadable)
    let found: [Unverifiable?] = [
      credentials == .unverifiable ? .credentials : nil,
      unreadable.contains { $0.before == nil } ? .config : nil,
      unreadable.contains { $0.before != nil } ? .redacted : nil,
    ]
    return found.compactMap(\.self)
  }
}
