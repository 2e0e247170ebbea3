extension PlanDocument {
  /// What a plan says.
  package init(
    _ plan: Plan,
    with digest: any RunningDigest,
    by workers: some Workers = OneWorker()
  ) {
    let changes = workers.mapEach(of: plan.changes, Change.init)
    environment = plan.environment
    owner = plan.owner
    isTagging = plan.isTagging
    inputs = plan.inputs
    options = Options(plan.options)
    summary = plan.summary
    self.changes = changes
    unmanaged = plan.unmanaged.map(\.description)
    orphaned = plan.orphaned.map(\.description)
    leftOut = plan.leftOut
    guardrails = plan.guardrails.map(Guardrail.init)
    findings = plan.diagnostics.map(Finding.init)
    let binding = PlanBinding(
      environment: plan.environment,
      owner: plan.owner,
      isTagging: plan.isTagging,
      inputs: plan.inputs,
      options: options,
      changes: changes
    )
    planDigest = binding.digest(by: workers, with: digest)
  }
}

extension PlanDocument.Guardrail {
  fileprivate init(_ guardrail: Guardrail) {
    self.init(
      name: guardrail.kind.rawValue,
      limit: guardrail.limit,
      actual: guardrail.actual,
      base: guardrail.base,
      verdict: guardrail.verdict.rawValue
    )
  }
}

extension PlanDocument.Options {
  fileprivate init(_ options: PlanOptions) {
    only = options.only.map(\.pattern).eachOnce
    exclude = options.exclude.map(\.pattern).eachOnce
    allowDrop = options.allowDrop.eachOnce
    allowRecreate = options.allowRecreate.eachOnce
    adopt = options.adopt.map(\.pattern).eachOnce
    takeOver = options.takeOver.eachOnce
    rotate = options.rotate.map(\.pattern).eachOnce
    style = options.style.rawValue
    accepted = options.accepted.map(\.rawValue).eachOnce
  }
}

extension [String] {
  /// In byte order, for the order of flags means nothing.
  fileprivate var eachOnce: [String] {
    Set(map(ExactText.init)).sorted().map(\.text)
  }
}

extension PlanDocument.Change {
  fileprivate convenience init(_ change: LinkChange) {
    self.init(
      address: change.address,
      linkType: change.typeName,
      source: change.after.source,
      action: change.action,
      before: change.before.map(PlanDocument.Side.current),
      after: change.after.isAbsent ? nil : .desired(change.after),
      fields: change.fields,
      reason: change.reason.rawValue,
      credentials: change.credentials.rawValue,
      sent: change.sent,
      statements: change.statements.map(PlanDocument.ShownStatement.init),
      pipelines: change.pipelines.map {
        .init(database: $0.database, name: $0.name, state: $0.state)
      },
      isHeld: change.isHeld,
      unverifiable: change.unverifiable.map(\.rawValue),
      foreign: change.foreign.map {
        .init(reason: $0.rawValue, owner: change.before?.mark.tag?.owner)
      },
      retargets: change.retargets.map(\.path.description),
      block: change.block.map {
        .init(reason: $0.reason.rawValue, message: $0.message, advice: $0.advice)
      }
    )
  }
}

extension PlanDocument.ShownStatement {
  init(_ statement: Statement) {
    sql = statement.preview
    secrets = statement.references.reduce(into: []) { secrets, reference in
      if !secrets.contains(reference.source) { secrets.append(reference.source) }
    }
    isHiding = secrets.isEmpty && statement.hasHoles
  }
}

// MARK: - What is sent

extension LinkChange {
  /// The credentials of its last statement; `nil` where that sends none.
  fileprivate var sent: [PlanDocument.SentField]? {
    guard statements.last?.sendsCredentials == true else { return nil }
    let path = FieldPath(["credentials"])
    guard case .declared(let value) = after.credentials else {
      return [.init(path: path, value: "", isSecret: false, source: after.origin(of: path))]
    }
    return value.leaves(at: path).map { path, leaf in
      .init(
        path: path,
        value: leaf.json { .string($0.placeholder) },
        isSecret: leaf.isHole,
        source: after.origin(of: path)
      )
    }
  }
}

extension CredentialValue {
  /// Whether all of it stands for a secret.
  fileprivate var isHole: Bool {
    switch self {
    case .reference, .hidden: true
    case .literal, .object, .array: false
    }
  }
}
