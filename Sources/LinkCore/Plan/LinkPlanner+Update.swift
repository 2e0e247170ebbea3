extension LinkPlanner {
  /// A link that is created once and then left alone, whatever differs.
  func held(_ current: CatalogLink) -> LinkChange {
    let fields =
      Diff(desired: desired, current: current).fields + [rotation(in: current)].compactMap(\.self)
    let reason = reason(of: fields)
    return made(
      .none,
      reason ?? .inSync,
      fields: fields,
      credentials: knowledge.credentials,
      obstacle: knowledge.obstacle,
      hasOtherSecrets: knowledge.credentials == .rotated,
      isHeld: reason != nil
    )
  }

  /// The link brought to what is wanted in place, or left as it is.
  func update(of current: CatalogLink) -> LinkChange {
    let fields = Diff(desired: desired, current: current).fields
    if foreign != nil { return adoption(of: current, fields: fields) }
    return update(
      of: current,
      fields: fields + [rotation(in: current)].compactMap(\.self)
    )
  }

  private func update(
    of current: CatalogLink,
    fields: [FieldChange]
  ) -> LinkChange {
    let isRetagged = knowledge.isByPreviousKey && serverHas(.orReplace)
    let reason =
      reason(of: fields)
      ?? (isRotationRequested ? .rotateRequested : isRetagged ? .keyRotated : nil)
    guard let reason else {
      return made(
        .none,
        .inSync,
        fields: fields,
        credentials: knowledge.credentials,
        obstacle: knowledge.obstacle
      )
    }
    if !isRotationRequested, reason == .configChanged { return inPlace(current, fields: fields) }
    return replacement(of: current, .update, reason: reason, fields: fields)
  }

  /// CONFIG brought to what is wanted, alone where it was asked for and the server can do so.
  func inPlace(_ current: CatalogLink, fields: [FieldChange]) -> LinkChange {
    guard options.style == .auto, canAlter(fields) else {
      let reason = reason(of: fields) ?? .configChanged
      return replacement(of: current, .update, reason: reason, fields: fields)
    }
    let kept = IgnoredFields(desired: desired, current: current).clauses
    guard let kept, let type = desired.type else { return ignoredUnreadable(fields: fields) }
    return sent(
      .update,
      .configChanged,
      fields: fields,
      [Statement(.alterConfig(kept.config ?? .object([]), of: type), address)]
    )
  }

  /// Whether CONFIG is all that differs, and can be set alone.
  private func canAlter(_ fields: [FieldChange]) -> Bool {
    serverHas(.alterLink) && reason(of: fields) == .configChanged
  }

  /// All clauses sent again.
  func replacement(
    of current: CatalogLink,
    _ action: LinkChange.Action,
    reason: LinkChange.Reason,
    fields: [FieldChange]
  ) -> LinkChange {
    guard serverHas(.orReplace) else {
      return replacementMissing(reason: reason, fields: fields)
    }
    guard definition != nil, isManagingCredentials else {
      return blocked(
        .unmanagedCredentials,
        "cannot be replaced, for a replace sends credentials and these are not managed",
        fields: fields,
        advice: canAlter(fields)
          ? "declare its credentials, or change CONFIG alone with --style auto"
          : "declare its credentials, or change the link on the server by hand"
      )
    }
    guard let definition = definitionKeepingIgnored(of: current) else {
      return ignoredUnreadable(fields: fields)
    }
    return sent(
      action,
      reason,
      fields: fields,
      [Statement(.create(.orReplace, definition), address)]
    )
  }

  /// All clauses with ignored fields as the catalog has them; `nil` where one cannot be read.
  func definitionKeepingIgnored(of current: CatalogLink) -> LinkDefinition? {
    IgnoredFields(desired: desired, current: current).clauses.flatMap { clauses in
      definition(config: clauses.config, description: clauses.description)
    }
  }

  func ignoredUnreadable(fields: [FieldChange]) -> LinkChange {
    blocked(
      .unreadable,
      "cannot be changed, for an ignored field cannot be read from the catalog",
      fields: fields,
      advice: "stop ignoring it, or exclude the link"
    )
  }

  private func replacementMissing(
    reason: LinkChange.Reason,
    fields: [FieldChange]
  ) -> LinkChange {
    guard options.consents(to: .recreate, of: desired) else {
      let consent = consentAdvice("--allow-recreate", .recreate)
      return blocked(
        .noReplace,
        "cannot be replaced: this server has no CREATE OR REPLACE LINK",
        fields: fields,
        advice: canAlter(fields) ? "change CONFIG alone with --style auto; or \(consent)" : consent
      )
    }
    return recreation(reason: reason, fields: fields)
  }

  /// What of the link differs; `nil` where nothing does.
  private func reason(of fields: [FieldChange]) -> LinkChange.Reason? {
    var roots = Set(fields.filter { !$0.isUnreadable }.compactMap(\.path.components.first))
    if roots.remove("rotation") != nil || knowledge.credentials == .rotated {
      roots.insert("credentials")
    }
    if roots.count > 1 { return .severalChanged }
    return switch roots.first {
    case "type": .typeChanged
    case "description": .descriptionChanged
    case "credentials": .credentialsRotated
    case nil: nil
    default: .configChanged
    }
  }
}

extension LinkPlanner {
  private var isRotationRequested: Bool {
    options.rotates(address, canSend: definition != nil && isManagingCredentials)
  }

  /// A change of a link that is there, by statements; blocked where credentials that it has would go
  /// elsewhere by them, and nobody consented.
  func sent(
    _ action: LinkChange.Action,
    _ reason: LinkChange.Reason,
    fields: [FieldChange],
    _ statements: [Statement]
  ) -> LinkChange {
    let retargets = retargets(fields, by: statements.last)
    if !retargets.isEmpty, !consentsToRetarget(retargets) {
      return blocked(retargetBlock(retargets), fields: fields, retargets: retargets)
    }
    let isRotated = isRotationRequested || fields.contains { $0.path.components == ["rotation"] }
    return made(
      action,
      reason,
      fields: fields,
      credentials: action == .recreate ? .new : isRotated ? .rotated : knowledge.credentials,
      hasOtherSecrets: knowledge.credentials == .rotated,
      retargets: retargets,
      statements: statements
    )
  }
}
