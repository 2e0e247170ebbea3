/// Decides what is to be done about one declared link.
struct LinkPlanner {
  let desired: DesiredLink
  let current: CatalogLink?
  let pipelines: [Snapshot.Pipeline]
  let capabilities: Set<Capability>
  let options: PlanOptions

  var change: LinkChange {
    guard let current else {
      return desired.isAbsent ? made(.none, .inSync, credentials: .unmanaged) : creation
    }
    if desired.isAbsent { return drop }
    if desired.update == .never { return held(current) }
    guard let type = desired.type, current.hasType(type.name) else { return recreation }
    return update(of: current, type: type)
  }

  private var address: LinkAddress { desired.address }

  // MARK: Create

  private var creation: LinkChange {
    let fields = Diff.creation(of: desired)
    guard let type = desired.type, let sent = desired.credentials.sent else {
      return blocked(
        .unmanagedCredentials,
        "cannot be created without credentials",
        fields: fields,
        advice: "declare its credentials ('credentials: {}' where it needs none)"
      )
    }
    let creation: Statement.Creation = capabilities.contains(.ifNotExists) ? .ifNotExists : .plain
    let definition = LinkDefinition(
      type: type,
      credentials: sent.value,
      config: desired.config,
      description: desired.description
    )
    return made(
      .create,
      .missing,
      fields: fields,
      credentials: .new,
      statements: [Statement(.create(creation, definition), address)]
    )
  }

  // MARK: Drop

  private var drop: LinkChange {
    if let block = dropBlock(.drop) { return blocked(block, fields: []) }
    return made(
      .drop,
      .declaredAbsent,
      credentials: .unmanaged,
      statements: [Statement(.drop, address)]
    )
  }

  /// What stands against dropping the link, for good or to create it again.
  private func dropBlock(_ consent: Waiver.Consent) -> LinkChange.Block? {
    if desired.isProtected {
      return .init(
        reason: .protected,
        message: "is protected ('protect: true')",
        advice: "remove 'protect' from the manifest first"
      )
    }
    guard options.consents(to: consent, of: desired) else {
      return consent == .drop ? dropConsentMissing : typeChangeBlock
    }
    guard pipelines.isEmpty else {
      let names = pipelines.map { FieldPath([$0.database, $0.name]).description.shown }
      return .init(
        reason: .inUse,
        message: "is used by \(names.joined(separator: ", "))",
        advice: "drop these pipelines, or let them use another link, first"
      )
    }
    return nil
  }

  private var dropConsentMissing: LinkChange.Block {
    .init(
      reason: .dropConsent,
      message: "is to be dropped, which needs consent",
      advice: consentAdvice("--allow-drop", .drop)
    )
  }

  // MARK: Recreate

  private var typeChangeBlock: LinkChange.Block {
    .init(
      reason: .typeChange,
      message: "\(current?.type.shown ?? "") -> \(desired.type?.name ?? "")"
        + " cannot be changed in place",
      advice: consentAdvice("--allow-recreate", .recreate)
    )
  }

  private var recreation: LinkChange {
    let fields = current.map { Diff(desired: desired, current: $0).fields } ?? []
    return recreation(reason: .typeChanged, fields: fields)
  }

  /// Drops the link and creates it again, where a person consents to it.
  private func recreation(reason: LinkChange.Reason, fields: [FieldChange]) -> LinkChange {
    if let block = dropBlock(.recreate) { return blocked(block, fields: fields) }
    guard let type = desired.type, let sent = desired.credentials.sent else {
      return blocked(
        .unmanagedCredentials,
        "cannot be created again without credentials",
        fields: fields,
        advice: "declare its credentials ('credentials: {}' where it needs none)"
      )
    }
    let definition = LinkDefinition(
      type: type,
      credentials: sent.value,
      config: desired.config,
      description: desired.description
    )
    let statements = [
      Statement(.drop, address), Statement(.create(.plain, definition), address),
    ]
    return made(.recreate, reason, fields: fields, credentials: .new, statements: statements)
  }

  // MARK: Update

  /// A link that is created once and then left alone, whatever differs.
  private func held(_ current: CatalogLink) -> LinkChange {
    let fields = Diff(desired: desired, current: current).fields
    let isDifferent = fields.contains { !$0.isUnreadable }
    return made(
      .none,
      isDifferent ? reason(of: fields) : .inSync,
      fields: fields,
      credentials: compared,
      isHeld: isDifferent
    )
  }

  private func update(of current: CatalogLink, type: LinkType) -> LinkChange {
    let fields = Diff(desired: desired, current: current).fields
    let isDifferent = fields.contains { !$0.isUnreadable }
    let isRotated = options.rotates(address)
    guard isDifferent || isRotated else {
      return made(.none, .inSync, fields: fields, credentials: compared)
    }
    let reason = isDifferent ? reason(of: fields) : .rotateRequested
    guard capabilities.contains(.orReplace) else {
      return replacementMissing(reason: reason, fields: fields)
    }
    return replacement(
      of: current,
      type: type,
      reason: reason,
      fields: fields,
      credentials: isRotated ? .rotated : compared
    )
  }

  private func replacement(
    of current: CatalogLink,
    type: LinkType,
    reason: LinkChange.Reason,
    fields: [FieldChange],
    credentials: LinkChange.Credentials
  ) -> LinkChange {
    guard let sent = desired.credentials.sent, !desired.ignores(FieldPath(["credentials"])) else {
      return blocked(
        .unmanagedCredentials,
        "cannot be replaced, for a replace sends credentials and these are not managed",
        fields: fields,
        advice: "declare its credentials, or change the link on the server by hand"
      )
    }
    let kept = IgnoredFields(desired: desired, current: current)
    guard let clauses = kept.clauses else {
      return blocked(
        .unreadable,
        "cannot be replaced, for an ignored field cannot be read from the catalog",
        fields: fields,
        advice: "stop ignoring it, or exclude the link"
      )
    }
    let definition = LinkDefinition(
      type: type,
      credentials: sent.value,
      config: clauses.config,
      description: clauses.description
    )
    return made(
      .update,
      reason,
      fields: fields,
      credentials: credentials,
      statements: [Statement(.create(.orReplace, definition), address)]
    )
  }

  private func replacementMissing(
    reason: LinkChange.Reason,
    fields: [FieldChange]
  ) -> LinkChange {
    guard options.consents(to: .recreate, of: desired) else {
      return blocked(
        .noReplace,
        "cannot be replaced: this server has no CREATE OR REPLACE LINK",
        fields: fields,
        advice: consentAdvice("--allow-recreate", .recreate)
      )
    }
    return recreation(reason: reason, fields: fields)
  }

  private func reason(of fields: [FieldChange]) -> LinkChange.Reason {
    let roots = Set(fields.filter { !$0.isUnreadable }.compactMap(\.path.components.first))
    if roots.count > 1 { return .severalChanged }
    if roots.contains("type") { return .typeChanged }
    return roots.contains("description") ? .descriptionChanged : .configChanged
  }

  private var compared: LinkChange.Credentials {
    let isLeftOut = desired.ignores(FieldPath(["credentials"]))
    if case .unmanaged = desired.credentials { return .unmanaged }
    return isLeftOut ? .unmanaged : .unverifiable
  }

  // MARK: Making the change

  private func consentAdvice(_ flag: String, _ consent: Waiver.Consent) -> String {
    let name = address.description.shown
    return "consent with \(flag) \(name), or in the manifest with"
      + " allow: [{ rule: \(consent.rawValue), reason: … }]"
  }

  private func made(
    _ action: LinkChange.Action,
    _ reason: LinkChange.Reason,
    fields: [FieldChange] = [],
    credentials: LinkChange.Credentials,
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
      statements: statements,
      pipelines: pipelines,
      block: block,
      isHeld: isHeld
    )
  }

  private func blocked(_ block: LinkChange.Block, fields: [FieldChange]) -> LinkChange {
    made(
      .none,
      .blocked,
      fields: fields,
      credentials: current == nil ? .unmanaged : compared,
      block: block
    )
  }

  private func blocked(
    _ reason: BlockReason,
    _ message: String,
    fields: [FieldChange],
    advice: String
  ) -> LinkChange {
    blocked(.init(reason: reason, message: message, advice: advice), fields: fields)
  }
}

extension DesiredLink.Credentials {
  /// What a statement would carry; `nil` where the credentials are not managed.
  fileprivate var sent: (value: CredentialValue?, Void)? {
    switch self {
    case .unmanaged: nil
    case .none: (nil, ())
    case .declared(let value): (value, ())
    }
  }
}
