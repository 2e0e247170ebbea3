/// What the command line says about a plan.
///
/// A class, for it is large, never changes, and is handed to the planner of every link.
package final class PlanOptions: Sendable {
  /// How a link is changed in place.
  package enum Style: String, CaseIterable, Sendable {
    /// By CREATE OR REPLACE LINK, with all clauses.
    case replace
    /// By ALTER LINK where CONFIG alone differs, which needs no secret.
    case auto
  }

  /// What a person may override by its name.
  package enum Override: String, CaseIterable, Sendable {
    /// Dropping and creating again a link that pipelines use.
    case recreateInUse = "recreate-in-use"
    /// Sending the credentials that a link has to another destination.
    case retarget
    /// Going past the guardrails of the same names.
    case maxChangePercent = "max_change_percent"
    case minLinks = "min_links"
    case maxDrops = "max_drops"
  }

  package let only: [Glob]
  package let exclude: [Glob]
  /// Full names of links that may be dropped.
  package let allowDrop: [String]
  /// Full names of links that may be dropped and created again.
  package let allowRecreate: [String]
  /// Links that are to become ours.
  package let adopt: [Glob]
  /// Owners whose links may become ours.
  package let takeOver: [String]
  /// Links whose credentials are to be sent again.
  package let rotate: [Glob]
  package let style: Style
  package let accepted: Set<Override>
  /// For consents that end.
  package let today: CalendarDate

  package init(
    only: [String] = [],
    exclude: [String] = [],
    allowDrop: [String] = [],
    allowRecreate: [String] = [],
    adopt: [String] = [],
    takeOver: [String] = [],
    rotate: [String] = [],
    style: Style = .replace,
    accepted: Set<Override> = [],
    today: CalendarDate
  ) {
    self.only = only.map(Glob.init)
    self.exclude = exclude.map(Glob.init)
    self.allowDrop = allowDrop
    self.allowRecreate = allowRecreate
    self.adopt = adopt.map(Glob.init)
    self.takeOver = takeOver
    self.rotate = rotate.map(Glob.init)
    self.style = style
    self.accepted = accepted
    self.today = today
  }
}

extension PlanOptions {
  /// Those that a saved plan was made with, seen on another day.
  package convenience init(_ saved: PlanDocument.Options, today: CalendarDate) {
    self.init(
      only: saved.only,
      exclude: saved.exclude,
      allowDrop: saved.allowDrop,
      allowRecreate: saved.allowRecreate,
      adopt: saved.adopt,
      takeOver: saved.takeOver,
      rotate: saved.rotate,
      style: Style(rawValue: saved.style) ?? .replace,
      accepted: Set(saved.accepted.compactMap(Override.init)),
      today: today
    )
  }

  package func selects(_ address: LinkAddress) -> Bool {
    guard !only.isEmpty || !exclude.isEmpty else { return true }
    let name = address.description
    return (only.isEmpty || only.contains { $0.matches(name) })
      && !exclude.contains { $0.matches(name) }
  }

  /// Whether a link's credentials are to be sent again; one that has none to send only where it is
  /// named in full.
  package func rotates(_ address: LinkAddress, canSend: @autoclosure () -> Bool) -> Bool {
    guard !rotate.isEmpty else { return false }
    let name = address.description
    return rotate.contains {
      $0.matches(name) && (canSend() || $0.pattern.isIdentical(to: Glob.escaped(name)))
    }
  }

  /// Whether a person consented, in the manifest or on the command line.
  package func consents(to consent: Waiver.Consent, of link: DesiredLink) -> Bool {
    isSaid(consent, of: link.address)
      || !link.consents(to: consent, on: today).isEmpty
  }

  private func isSaid(_ consent: Waiver.Consent, of address: LinkAddress) -> Bool {
    let isNamed = { (names: [String]) in
      names.contains { $0.isIdentical(to: address.description) }
    }
    return switch consent {
    case .drop: isNamed(allowDrop)
    case .recreate: isNamed(allowRecreate)
    case .adopt: adopt.contains { $0.matches(address.description) }
    // These are about single fields.
    case .retarget, .drift: false
    }
  }
}
