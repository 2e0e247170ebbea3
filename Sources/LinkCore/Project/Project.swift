/// What `linkctl.yaml` says, with its defaults filled in.
package struct Project: Sendable {
  package let owner: String
  /// The manifest folder, relative to the project.
  package let manifests: String
  /// As declared; empty where the file declares none.
  package let environments: [Environment]
  package let secrets: SecretPolicy
  package let severities: RuleSeverities

  /// One place that links are deployed to.
  package struct Environment: Sendable {
    package let name: String
    package let target: String?
    package let values: [JSONValue.Member]
    /// Where each of them stands in the project file.
    package let valuePlaces: [ExactText: SourceLocation]
    /// What it looks at beside what the manifests name.
    package let databases: [String]
    /// The committed snapshot of its catalog, relative to the project.
    package let snapshot: String?
    /// False where descriptions are kept clean: then every declared link counts as ours.
    package let isTagging: Bool
    /// The bounds on what one plan may do, as far as it sets some.
    package let guardrails: [Guardrail.Kind: Int]
    /// Where linkctl's own password comes from; no link may refer to it.
    package let password: Reference?
    package let security: TransportSecurity
    package let authentication: Authentication

    package init(
      name: String,
      target: String? = nil,
      values: [JSONValue.Member] = [],
      valuePlaces: [ExactText: SourceLocation] = [:],
      databases: [String] = [],
      snapshot: String? = nil,
      isTagging: Bool = true,
      guardrails: [Guardrail.Kind: Int] = [:],
      password: Reference? = nil,
      security: TransportSecurity = TransportSecurity(),
      authentication: Authentication = .hashed
    ) {
      self.name = name
      self.target = target
      self.values = values
      self.valuePlaces = valuePlaces
      self.databases = databases
      self.snapshot = snapshot
      self.isTagging = isTagging
      self.guardrails = guardrails
      self.password = password
      self.security = security
      self.authentication = authentication
    }
  }

  /// A folder with manifests and no project file.
  package static let bare = Project(
    owner: "linkctl",
    manifests: "links.d",
    environments: [],
    secrets: SecretPolicy(),
    severities: RuleSeverities()
  )

  /// The environments, or the one that a project without any has.
  package var allEnvironments: [Environment] {
    environments.isEmpty ? [Environment(name: "default")] : environments
  }

  /// Their names, where the project declares some.
  package var declaredNames: [String]? {
    environments.isEmpty ? nil : environments.map(\.name)
  }
}

/// Which names and folders manifests may refer to.
package struct SecretPolicy: Sendable {
  /// Globs of variable names; `nil` allows any.
  package let allow: [String]?
  /// Folders beside the project in which secret files may lie.
  package let roots: [String]

  package init(allow: [String]? = nil, roots: [String] = []) {
    self.allow = allow
    self.roots = roots
  }

  package func allows(variable name: String) -> Bool {
    guard let allow else { return true }
    return allow.contains { Glob($0).matches(name) }
  }

  /// Whether a path, as it is written, stays below the project's folder or a root; links in it are
  /// looked at when it is opened.
  package func allows(file path: String, folder: String) -> Bool {
    let components = path.split(separator: "/")
    guard !components.contains("..") else { return false }
    guard path.utf8.first == UInt8(ascii: "/") else { return true }
    return ([folder] + roots).contains { root in
      path.utf8.starts(with: (root.hasSuffix("/") ? root : root + "/").utf8)
    }
  }
}

/// What the project makes of rules that are not about form.
package struct RuleSeverities: Sendable {
  /// `nil` as a value switches a rule off.
  private let overrides: [Rule: Diagnostic.Severity?]

  package init(_ overrides: [Rule: Diagnostic.Severity?] = [:]) {
    self.overrides = overrides
  }

  /// The finding with the project's severity, or `nil` where its rule is off.
  package func applied(to finding: Diagnostic) -> Diagnostic? {
    guard finding.kind == .rule, let severity = overrides[finding.rule] else { return finding }
    guard let severity else { return nil }
    var changed = finding
    changed.severity = severity
    return changed
  }
}
