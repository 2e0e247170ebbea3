/// One statement of a plan, with holes where secrets will stand.
package struct Statement: Sendable {
  package enum Operation: Sendable {
    case create(Creation, LinkDefinition)
    /// Sets CONFIG alone, which needs no secret.
    case alterConfig(JSONValue, of: LinkType)
    case drop
  }

  /// What a CREATE does where the link exists.
  package enum Creation: Sendable {
    case plain
    case ifNotExists
    case orReplace
  }

  package let address: LinkAddress
  package let operation: Operation

  package init(_ operation: Operation, _ address: LinkAddress) {
    self.operation = operation
    self.address = address
  }

  /// What must be resolved before it can be sent.
  package var references: [Reference] {
    if case .create(_, let definition) = operation { definition.references } else { [] }
  }
}

/// All clauses of a CREATE LINK.
package struct LinkDefinition: Sendable {
  package let type: LinkType
  /// `nil` is the empty text that HDFS takes.
  package let credentials: CredentialValue?
  package let config: JSONValue?
  /// CONFIG for anybody's eyes.
  fileprivate let shownConfig: JSONValue?
  package let description: String?
  /// What is written behind the description; `nil` where that is kept clean.
  package let tag: TagDraft?

  package init(
    type: LinkType,
    credentials: CredentialValue?,
    config: JSONValue?,
    description: String?,
    tag: TagDraft? = nil
  ) {
    self.type = type
    self.credentials = credentials
    self.config = config
    shownConfig = config.map { LinkType.redacting($0, of: type) }
    self.description = description
    self.tag = tag
  }

  fileprivate var references: [Reference] { credentials?.references ?? [] }

  /// Whether there is a DESCRIPTION clause, be it for the tag alone.
  var writesDescription: Bool { description != nil || tag != nil }
}

extension Statement {
  /// What stands between the brackets of a tag, made for the credentials that are sent with it;
  /// `nil` stands for the empty text that HDFS takes.
  package typealias FillTag = (TagDraft, _ credentials: JSONValue?) -> String

  /// The statement with every hole filled.
  package func sql(_ fill: (Hole) -> JSONValue, tag: FillTag) -> SQLText {
    switch operation {
    case .drop:
      return "DROP LINK \(address)"
    case .alterConfig(let config, _):
      return "ALTER LINK \(address) SET CONFIG \(string: config.canonical)"
    case .create(let creation, let definition):
      let clauses = definition.clauses(fill, tag: tag)
      return switch creation {
      case .plain: "CREATE LINK \(address) AS \(clauses)"
      case .ifNotExists: "CREATE LINK IF NOT EXISTS \(address) AS \(clauses)"
      case .orReplace: "CREATE OR REPLACE LINK \(address) AS \(clauses)"
      }
    }
  }

  /// The statement as anybody may see it: in a secret's place stands its reference.
  package var preview: String {
    Statement(operation.shown, address).sql(
      { .string($0.placeholder) },
      tag: { _, _ in TagDraft.placeholder }
    ).rendered
  }

  /// What it does, in one word: `create`, `replace`, `alter` or `drop`.
  package var verb: String {
    switch operation {
    case .drop: "drop"
    case .alterConfig: "alter"
    case .create(.orReplace, _): "replace"
    case .create: "create"
    }
  }

  /// Whether the preview differs from what would be sent.
  package var hasHoles: Bool {
    switch operation {
    case .drop: return false
    case .alterConfig(let config, let type): return LinkType.redacting(config, of: type).isRedacted
    case .create(_, let definition):
      let credentials = definition.credentials
      return credentials?.references.isEmpty == false
        || credentials?.hiddenLiterals.isEmpty == false || definition.hidesConfig
        || definition.tag != nil
    }
  }

  /// Whether it sets a link's credentials.
  package var sendsCredentials: Bool {
    if case .create = operation { true } else { false }
  }
}

extension Statement.Operation {
  /// With secrets that were let pass into CONFIG left out.
  fileprivate var shown: Statement.Operation {
    if case .alterConfig(let config, let type) = self {
      return .alterConfig(LinkType.redacting(config, of: type), of: type)
    }
    guard case .create(let creation, let definition) = self, definition.hidesConfig else {
      return self
    }
    let shown = LinkDefinition(
      type: definition.type,
      credentials: definition.credentials,
      config: definition.shownConfig,
      description: definition.description,
      tag: definition.tag
    )
    return .create(creation, shown)
  }
}

extension LinkDefinition {
  /// Whether something in CONFIG must not be shown.
  fileprivate var hidesConfig: Bool { shownConfig?.isRedacted == true }
}

extension LinkDefinition {
  fileprivate func clauses(_ fill: (Hole) -> JSONValue, tag: Statement.FillTag) -> SQLText {
    let sent = credentials?.json(fill)
    var clauses: SQLText = "\(type) CREDENTIALS \(string: sent?.canonical ?? "")"
    if let config { clauses += " CONFIG \(string: config.canonical)" }
    let written = self.tag.map { TaggedDescription.joining(description ?? "", tag($0, sent)) }
    if let text = written ?? description { clauses += " DESCRIPTION \(string: text)" }
    return clauses
  }
}
