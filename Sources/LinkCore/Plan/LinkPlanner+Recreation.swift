extension LinkPlanner {
  /// What a tombstone comes to where the link exists.
  var drop: LinkChange {
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
    let isAccepted = consent == .recreate && options.accepted.contains(.recreateInUse)
    return pipelines.isEmpty || isAccepted ? nil : inUse(consent)
  }

  private func inUse(_ consent: Waiver.Consent) -> LinkChange.Block {
    let names = pipelines.map { pipeline in
      pipeline.isRunning ? "\(pipeline.shownName) (running)" : pipeline.shownName
    }
    let advice = "drop these pipelines, or let them use another link, first"
    let override =
      "or do it under them with --accept \(PlanOptions.Override.recreateInUse.rawValue)"
    return .init(
      reason: .inUse,
      message: "is used by \(names.capped(at: 1))",
      advice: consent == .drop ? advice : "\(advice); \(override)"
    )
  }

  private var dropConsentMissing: LinkChange.Block {
    .init(
      reason: .dropConsent,
      message: "is to be dropped, which needs consent",
      advice: consentAdvice("--allow-drop", .drop)
    )
  }

  private var typeChangeBlock: LinkChange.Block {
    .init(
      reason: .typeChange,
      message: "\(current?.type.shown ?? "") -> \(desired.type?.name ?? "")"
        + " cannot be changed in place",
      advice: consentAdvice("--allow-recreate", .recreate)
    )
  }

  /// Drops the link and creates it with another type, where a person consents to it.
  var recreation: LinkChange {
    let fields = current.map { Diff(desired: desired, current: $0).fields } ?? []
    if let block = unsupportedType { return blocked(block, fields: fields) }
    return recreation(reason: .typeChanged, fields: fields)
  }

  /// Drops the link and creates it again, where a person consents to it.
  func recreation(reason: LinkChange.Reason, fields: [FieldChange]) -> LinkChange {
    if let block = dropBlock(.recreate) { return blocked(block, fields: fields) }
    guard let wanted = definition else {
      return credentialsMissing("cannot be created again without credentials", fields: fields)
    }
    // What is ignored outlives a recreation too, but for one that makes another type of link.
    let kept = reason == .typeChanged ? wanted : current.flatMap(definitionKeepingIgnored)
    guard let definition = kept else { return ignoredUnreadable(fields: fields) }
    let statements = [
      Statement(.drop, address), Statement(.create(.plain, definition), address),
    ]
    guard reason == .typeChanged else { return sent(.recreate, reason, fields: fields, statements) }
    return made(.recreate, reason, fields: fields, credentials: .new, statements: statements)
  }
}
