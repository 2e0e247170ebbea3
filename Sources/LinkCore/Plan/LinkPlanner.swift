/// Decides what is to be done about one declared link.
struct LinkPlanner {
  let desired: DesiredLink
  let current: CatalogLink?
  /// Running ones first.
  let pipelines: [Snapshot.Pipeline]
  let server: Snapshot.Server
  let options: PlanOptions
  let ownership: Ownership
  /// Why the link that is there is not ours; `nil` where it is, or nothing is there.
  let foreign: Foreign?
  /// What is known of the credentials that are on the server; learned once, for it takes hashes.
  let knowledge: Knowledge

  init(
    desired: DesiredLink,
    current: CatalogLink?,
    pipelines: [Snapshot.Pipeline],
    server: Snapshot.Server,
    options: PlanOptions,
    ownership: Ownership,
    foreign: Foreign?
  ) {
    self.desired = desired
    self.current = current
    self.pipelines = pipelines
    self.server = server
    self.options = options
    self.ownership = ownership
    self.foreign = foreign
    knowledge = Knowledge(of: desired, in: current, foreign, by: ownership)
  }

  var change: LinkChange {
    guard let current else {
      return desired.isAbsent ? made(.none, .inSync, credentials: .unmanaged) : creation
    }
    if foreign != nil, !isAdopted { return leftAlone(current) }
    if desired.isAbsent { return drop }
    if desired.update == .never { return held(current) }
    guard let type = desired.type, current.hasType(type.name) else { return recreation }
    return update(of: current)
  }

  var address: LinkAddress { desired.address }

  func serverHas(_ capability: Capability) -> Bool {
    server.capabilities.contains(capability)
  }

  // MARK: Create

  private var creation: LinkChange {
    let fields = Diff.creation(of: desired)
    if let block = unsupportedType { return blocked(block, fields: fields) }
    guard let definition = definition else {
      return credentialsMissing("cannot be created without credentials", fields: fields)
    }
    let creation: Statement.Creation = serverHas(.ifNotExists) ? .ifNotExists : .plain
    return made(
      .create,
      .missing,
      fields: fields,
      credentials: .new,
      statements: [Statement(.create(creation, definition), address)]
    )
  }

  /// What stands against making a link of the type that is wanted.
  var unsupportedType: LinkChange.Block? {
    guard let type = desired.type, let lack = server.lack(of: type) else { return nil }
    return .init(
      reason: .unsupportedType,
      message: "cannot be created: \(lack), and this is \(server.version.shown)",
      advice: "leave it out of this environment with 'only', or upgrade the server"
    )
  }

  // MARK: Making the change

  func credentialsMissing(_ message: String, fields: [FieldChange]) -> LinkChange {
    blocked(
      .unmanagedCredentials,
      message,
      fields: fields,
      advice: "declare its credentials ('credentials: {}' where it needs none)"
    )
  }

  func consentAdvice(_ flag: String, _ consent: Waiver.Consent) -> String {
    let name = address.description.shown
    return "consent with \(flag) \(name), or in the manifest with"
      + " allow: [{ rule: \(consent.rawValue), reason: … }]"
  }

  func made(
    _ action: LinkChange.Action,
    _ reason: LinkChange.Reason,
    fields: [FieldChange] = [],
    credentials: LinkChange.Credentials,
    obstacle: LinkChange.Unverifiable? = nil,
    hasOtherSecrets: Bool = false,
    retargets: [FieldChange] = [],
    statements: [Statement] = [],
    block: LinkChange.Block? = nil,
    isHeld: Bool = false
  ) -> LinkChange {
    LinkChange(
      address: address,
      action: action,
      reason: reason,
      before: current,
      after: desired,
      fields: fields,
      credentials: credentials,
      obstacle: obstacle,
      hasOtherSecrets: hasOtherSecrets,
      foreign: foreign,
      retargets: retargets,
      statements: statements,
      pipelines: pipelines,
      block: block,
      isHeld: isHeld
    )
  }

  func blocked(
    _ block: LinkChange.Block,
    fields: [FieldChange],
    retargets: [FieldChange] = []
  ) -> LinkChange {
    made(
      .none,
      .blocked,
      fields: fields,
      credentials: current == nil ? .unmanaged : knowledge.credentials,
      hasOtherSecrets: current != nil && knowledge.credentials == .rotated,
      retargets: retargets,
      block: block
    )
  }

  func blocked(
    _ reason: BlockReason,
    _ message: String,
    fields: [FieldChange],
    advice: String
  ) -> LinkChange {
    blocked(.init(reason: reason, message: message, advice: advice), fields: fields)
  }
}

extension LinkPlanner {
  /// All clauses of a CREATE; `nil` where the credentials are not managed.
  var definition: LinkDefinition? {
    definition(config: desired.config, description: desired.description)
  }

  /// The same with other public clauses.
  func definition(config: JSONValue?, description: String?) -> LinkDefinition? {
    guard let type = desired.type else { return nil }
    let sent: CredentialValue?
    switch desired.credentials {
    case .unmanaged: return nil
    case .none: sent = nil
    case .declared(let value): sent = value
    }
    return LinkDefinition(
      type: type,
      credentials: sent,
      config: config,
      description: description,
      tag: ownership.draft(for: desired)
    )
  }
}
