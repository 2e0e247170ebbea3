/// What drift says of one link.
package struct LinkDrift: Sendable {
  package let address: LinkAddress
  package let linkType: String
  package let status: DriftStatus
  /// Where it is declared; `nil` where it is not.
  package let source: SourceLocation?
  /// Whether its manifest wants it to be absent.
  package let isAbsenceWanted: Bool
  /// What differs between manifest, catalog and reviewed state.
  package let fields: [DriftField]
  /// What is known of its credentials; `nil` where the link is not declared.
  package let credentials: LinkChange.Credentials?
  /// Whether the tag tells that the secrets at hand are others than were sent.
  package let hasOtherSecrets: Bool
  /// What could not be compared.
  package let unverifiable: [LinkChange.Unverifiable]
  /// Why it is not ours, where it is not.
  package let foreign: Foreign?
  /// Whose tag it has, where it has one.
  package let owner: String?
  /// What a plan would send for it.
  package let statements: [PlanDocument.ShownStatement]
  /// What a plan would block it for.
  package let block: BlockReason?
  /// Why nobody is to be called for what differs; `nil` where somebody is.
  package let waiver: DriftWaiver?

  init(
    address: LinkAddress,
    linkType: String,
    status: DriftStatus,
    source: SourceLocation? = nil,
    isAbsenceWanted: Bool = false,
    fields: [DriftField] = [],
    credentials: LinkChange.Credentials? = nil,
    hasOtherSecrets: Bool = false,
    unverifiable: [LinkChange.Unverifiable] = [],
    foreign: Foreign? = nil,
    owner: String? = nil,
    statements: [PlanDocument.ShownStatement] = [],
    block: BlockReason? = nil,
    waiver: DriftWaiver? = nil
  ) {
    self.address = address
    self.linkType = linkType
    self.status = status
    self.source = source
    self.isAbsenceWanted = isAbsenceWanted
    self.fields = fields
    self.credentials = credentials
    self.hasOtherSecrets = hasOtherSecrets
    self.unverifiable = unverifiable
    self.foreign = foreign
    self.owner = owner
    self.statements = statements
    self.block = block
    self.waiver = waiver
  }
}

/// One field that is not everywhere the same.
package struct DriftField: Sendable {
  package let path: FieldPath
  /// As last reviewed; `nil` where nothing tells.
  package let before: Side?
  /// As the catalog has it.
  package let after: Side
  /// As the manifest has it.
  package let wanted: Side
  package let source: SourceLocation

  /// A value, or that there is none.
  package enum Side: Sendable {
    case value(JSONValue)
    case unset
    case unreadable

    init(_ value: JSONValue?) {
      self = value.map(Side.value) ?? .unset
    }
  }
}

/// Why a difference calls for nobody.
package struct DriftWaiver: Sendable {
  /// The author's own words, or that the link is never updated.
  package let reason: String
  /// The last day on which it counts.
  package let until: CalendarDate?
}
