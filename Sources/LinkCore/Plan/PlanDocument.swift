/// What a plan's JSON document says: all that a view of the plan shows, and all that it takes to
/// make the same plan again.
///
/// It holds no secret, no manifest and no catalog, so that it can be saved and read back.
package struct PlanDocument: Sendable {
  package static let kind = "linkctl.plan"
  package static let formatVersion = "1.0"

  /// Of what the plan does, whatever is said about it.
  package let planDigest: String
  package let environment: String
  package let owner: String
  /// Whether links carry tags; where not, every declared link counts as ours.
  package let isTagging: Bool
  package let inputs: Plan.Inputs
  package let options: Options
  package let summary: Plan.Summary
  /// In the order of execution, then the rest by address.
  package let changes: [Change]
  /// Full names of links that no manifest declares and that are not ours.
  package let unmanaged: [String]
  /// Full names of links with our tag that no manifest declares any more.
  package let orphaned: [String]
  /// How many declared links `--only` and `--exclude` left out.
  package let leftOut: Int
  package let guardrails: [Guardrail]
  package let findings: [Finding]
}

extension PlanDocument {
  /// What the command line said: the selection and the consents, each list in byte order.
  package struct Options: Sendable {
    package let only: [String]
    package let exclude: [String]
    package let allowDrop: [String]
    package let allowRecreate: [String]
    package let adopt: [String]
    package let takeOver: [String]
    package let rotate: [String]
    /// A `PlanOptions.Style`, or one that a later version has.
    package let style: String
    /// `PlanOptions.Override`s, or some that a later version has.
    package let accepted: [String]
  }

  /// One declared link and what is planned for it.
  ///
  /// A class, for a plan holds many of them.
  package final class Change: Sendable {
    package let address: LinkAddress
    package let linkType: String
    package let source: SourceLocation
    package let action: LinkChange.Action
    /// The link in the catalog, `nil` where it is not there.
    package let before: Side?
    /// The link as it is wanted, `nil` for one that is to be absent.
    package let after: Side?
    package let fields: [FieldChange]
    /// A `LinkChange.Reason`, or one that a later version has.
    package let reason: String
    /// A `LinkChange.Credentials`, or one that a later version has.
    package let credentials: String
    /// What is sent as credentials, at least one field; `nil` where nothing is created or replaced.
    package let sent: [SentField]?
    /// In the order of execution.
    package let statements: [ShownStatement]
    /// The pipelines that read through the link.
    package let pipelines: [Pipeline]
    /// Differences that `update: never` leaves alone.
    package let isHeld: Bool
    /// `LinkChange.Unverifiable`s, or some that a later version has.
    package let unverifiable: [String]
    /// Why the link does not count as ours, where it does not.
    package let foreign: ForeignLink?
    /// The paths of the fields by which credentials that the link has go to another destination.
    package let retargets: [String]
    package let block: Block?

    init(
      address: LinkAddress,
      linkType: String,
      source: SourceLocation,
      action: LinkChange.Action,
      before: Side?,
      after: Side?,
      fields: [FieldChange],
      reason: String,
      credentials: String,
      sent: [SentField]?,
      statements: [ShownStatement],
      pipelines: [Pipeline],
      isHeld: Bool,
      unverifiable: [String],
      foreign: ForeignLink?,
      retargets: [String],
      block: Block?
    ) {
      self.address = address
      self.linkType = linkType
      self.source = source
      self.action = action
      self.before = before
      self.after = after
      self.fields = fields
      self.reason = reason
      self.credentials = credentials
      self.sent = sent
      self.statements = statements
      self.pipelines = pipelines
      self.isHeld = isHeld
      self.unverifiable = unverifiable
      self.foreign = foreign
      self.retargets = retargets
      self.block = block
    }
  }

  /// A link that is there, and not ours.
  package struct ForeignLink: Sendable {
    /// A `Foreign`, or one that a later version has.
    package let reason: String
    /// Whose tag it has, where it has one.
    package let owner: String?
  }

  /// One credential of a statement, as anybody may see it; all of the clause where it holds none.
  package struct SentField: Sendable {
    package let path: FieldPath
    /// With references in the places of secrets.
    package let value: JSONValue
    /// Whether it is a secret, rather than a public value or a list.
    package let isSecret: Bool
    package let source: SourceLocation
  }

  /// A statement as anybody may see it.
  package struct ShownStatement: Sendable {
    /// In a secret's place stands its reference.
    package let sql: String
    /// What it refers to, each once.
    package let secrets: [Reference.Source]
    /// Whether something is left out of it, though it refers to nothing.
    package let isHiding: Bool
  }

  package struct Pipeline: Sendable {
    package let database: String
    package let name: String
    package let state: String

    /// `prod.orders`, for the eye.
    package var shownName: String { Snapshot.Pipeline.shownName(database, name) }

    /// Whether it reads through the link at this moment.
    package var isRunning: Bool { Snapshot.Pipeline.isRunning(state) }
  }

  /// A bound on what the plan may do.
  package struct Guardrail: Sendable {
    /// A `Guardrail.Kind`, or one that a later version has.
    package let name: String
    package let limit: Int
    package let actual: Int
    /// What a percentage is taken of.
    package let base: Int?
    /// A `Guardrail.Verdict`, or one that a later version has.
    package let verdict: String
  }

  /// Why nothing may be done, though something would have to be.
  package struct Block: Sendable {
    /// A `BlockReason`, or one that a later version has.
    package let reason: String
    package let message: String
    /// How to go on.
    package let advice: String
  }
}

extension PlanDocument {
  package var blocked: [Change] { changes.filter { $0.block != nil } }

  /// The guardrails that make apply refuse.
  package var hits: [Guardrail] { guardrails.filter(\.isHit) }

  /// Whether apply would refuse it.
  package var isRefused: Bool { !blocked.isEmpty || !hits.isEmpty }

  /// The changes that have something to send.
  package var actions: [Change] { changes.filter { $0.action != .none } }

  /// Every statement, in the order of execution.
  package var statements: [ShownStatement] { actions.flatMap(\.statements) }

  /// What has to be there when the plan is applied, in the order of first use.
  package var needs: [Reference.Source] {
    var seen: Set<Reference.Source> = []
    return statements.flatMap(\.secrets).filter { seen.insert($0).inserted }
  }
}

extension PlanDocument.Guardrail {
  /// What is not known to be fine is not.
  package var isHit: Bool { !isPassed && !isAccepted }

  package var isPassed: Bool { verdict == Guardrail.Verdict.pass.rawValue }

  package var isAccepted: Bool { verdict == Guardrail.Verdict.accepted.rawValue }
}

extension PlanDocument.Change {
  /// Whether it is skipped because it is not ours.
  package var isNotOurs: Bool { reason == LinkChange.Reason.notOurs.rawValue }

  /// Whether all that is new is the key of its tag's fingerprint.
  package var isRetagged: Bool { reason == LinkChange.Reason.keyRotated.rawValue }

  /// Whether the link is changed by ALTER LINK, under the pipelines that use it.
  package var isAlteration: Bool { action == .update && sent == nil }
}

extension PlanDocument.ShownStatement {
  /// Whether it differs from what would be sent.
  package var hasHoles: Bool { isHiding || !secrets.isEmpty }
}
