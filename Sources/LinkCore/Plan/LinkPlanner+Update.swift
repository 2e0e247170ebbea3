extension LinkPlanner {
  /// A link that is created once and then left alone, whatever differs.
  func held(_ current: CatalogLink) -> LinkChange {
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

  /// The link brought to what is wanted in place, or left as it is.
  func update(of current: CatalogLink) -> LinkChange {
    let fields = Diff(desired: desired, current: current).fields
    let isDifferent = fields.contains { !$0.isUnreadable }
    let isRotated = options.rotates(
      address,
      canSend: desired.definition() != nil && compared == .unverifiable
    )
    guard isDifferent || isRotated else {
      return made(.none, .inSync, fields: fields, credentials: compared)
    }
    let reason = isDifferent ? reason(of: fields) : .rotateRequested
    if !isRotated, canAlter(fields), options.style == .auto {
      return alteration(of: current, fields: fields)
    }
    guard serverHas(.orReplace) else {
      return replacementMissing(reason: reason, fields: fields)
    }
    return replacement(
      of: current,
      reason: reason,
      fields: fields,
      credentials: isRotated ? .rotated : compared
    )
  }

  /// Whether CONFIG is all that differs, and can be set alone.
  private func canAlter(_ fields: [FieldChange]) -> Bool {
    serverHas(.alterLink) && reason(of: fields) == .configChanged
  }

  /// Sets CONFIG alone; a link that has none is set to an empty one.
  private func alteration(of current: CatalogLink, fields: [FieldChange]) -> LinkChange {
    let kept = IgnoredFields(desired: desired, current: current).clauses
    guard let kept, let type = desired.type else { return ignoredUnreadable(fields: fields) }
    return made(
      .update,
      .configChanged,
      fields: fields,
      credentials: compared,
      statements: [Statement(.alterConfig(kept.config ?? .object([]), of: type), address)]
    )
  }

  private func replacement(
    of current: CatalogLink,
    reason: LinkChange.Reason,
    fields: [FieldChange],
    credentials: LinkChange.Credentials
  ) -> LinkChange {
    guard desired.definition() != nil, !desired.ignores(["credentials"]) else {
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
    return made(
      .update,
      reason,
      fields: fields,
      credentials: credentials,
      statements: [Statement(.create(.orReplace, definition), address)]
    )
  }

  /// All clauses with ignored fields as the catalog has them; `nil` where one cannot be read.
  func definitionKeepingIgnored(of current: CatalogLink) -> LinkDefinition? {
    IgnoredFields(desired: desired, current: current).clauses.flatMap { clauses in
      desired.definition(config: clauses.config, description: clauses.description)
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

  private func reason(of fields: [FieldChange]) -> LinkChange.Reason {
    let roots = Set(fields.filter { !$0.isUnreadable }.compactMap(\.path.components.first))
    if roots.count > 1 { return .severalChanged }
    if roots.contains("type") { return .typeChanged }
    return roots.contains("description") ? .descriptionChanged : .configChanged
  }

  /// What is known of credentials that are on the server.
  var compared: LinkChange.Credentials {
    if case .unmanaged = desired.credentials { return .unmanaged }
    return desired.ignores(["credentials"]) ? .unmanaged : .unverifiable
  }
}
