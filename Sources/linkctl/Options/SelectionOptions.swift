internal import ArgumentParser
internal import LinkCore

/// Which links a plan is about, and what it may do to them.
struct SelectionOptions: ParsableArguments {
  @Option(help: .only) var only: [String] = []
  @Option(help: .exclude) var exclude: [String] = []

  @Option(
    help: .init("Consent to drop this link; repeatable.", valueName: "database.link")
  )
  var allowDrop: [String] = []

  @Option(
    help: .init(
      "Consent to drop this link and create it again; repeatable.",
      valueName: "database.link"
    )
  )
  var allowRecreate: [String] = []

  @Option(
    help: .init("Take over these links, which have no tag; repeatable.", valueName: "glob")
  )
  var adopt: [String] = []

  @Option(
    help: .init(
      "With --adopt, also links with the tag of this owner; repeatable.",
      valueName: "owner"
    )
  )
  var takeOver: [String] = []

  @Option(
    help: .init("Send the credentials of these links again; repeatable.", valueName: "glob")
  )
  var rotate: [String] = []

  @Option(
    help: .init(
      "How to change a link: auto alters CONFIG alone where nothing else differs.",
      valueName: "replace|auto"
    )
  )
  var style: PlanOptions.Style = .replace

  @Option(
    help: .init("Override what would block, by name; repeatable.", valueName: "name")
  )
  var accept: [PlanOptions.Override] = []

  func validate() throws {
    if let owner = takeOver.first(where: { !Tag.isOwner($0) }) {
      throw ValidationError("--take-over: '\(owner.shown)' can be no owner.")
    }
  }

  /// Whether nothing was said.
  var isEmpty: Bool {
    [only, exclude, allowDrop, allowRecreate, adopt, takeOver, rotate].allSatisfy(\.isEmpty)
      && style == .replace && accept.isEmpty
  }

  func planOptions(today: CalendarDate) -> PlanOptions {
    PlanOptions(
      only: only,
      exclude: exclude,
      allowDrop: allowDrop,
      allowRecreate: allowRecreate,
      adopt: adopt,
      takeOver: takeOver,
      rotate: rotate,
      style: style,
      accepted: Set(accept),
      today: today
    )
  }
}

extension PlanOptions.Style: NamedChoice {}
extension PlanOptions.Override: NamedChoice {}
