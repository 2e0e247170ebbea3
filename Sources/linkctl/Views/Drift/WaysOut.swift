internal import LinkCore

/// The three ways out of a drift, as commands and places that are ready to be used.
struct WaysOut {
  /// `nil` where none has to be named.
  let environment: String?
  /// What the command line named instead of the environment's target.
  let target: String?
  /// The file that holds the catalog as last reviewed.
  let baseline: String?

  struct Way {
    let name: String
    let text: String
  }

  /// Of a link that somebody has to look at; none for one that is as it should be.
  func ways(for link: LinkDrift) -> [Way] {
    guard link.waiver == nil else { return [] }
    switch link.status {
    case .inSync, .unmanaged: return []
    case .pending, .missing: return [revert(link, "apply")]
    case .changedOutside, .both, .differs:
      return [revert(link, "revert"), accept(link), waive(link)]
    case .tagLost, .notOurs: return [take(link), waive(link)]
    case .orphaned: return [Way(name: "drop", text: "declare it with 'state: absent'")]
    case .unverifiable: return [resend(link)]
    }
  }

  /// Puts the catalog back to what the manifest says.
  private func revert(_ link: LinkDrift, _ name: String) -> Way {
    Way(name: name, text: command("apply", only(link) + consent(to: link)))
  }

  private func only(_ link: LinkDrift) -> [String] {
    ["--only", Glob.escaped(link.address.description)]
  }

  /// What a person has to say so that it is not blocked.
  private func consent(to link: LinkDrift) -> [String] {
    switch link.block {
    case .retarget: ["--accept", PlanOptions.Override.retarget.rawValue]
    case .typeChange, .noReplace: ["--allow-recreate", link.address.description]
    case .dropConsent: ["--allow-drop", link.address.description]
    default: []
    }
  }

  /// Makes what the catalog has the reviewed state.
  private func accept(_ link: LinkDrift) -> Way {
    var places: [String] = []
    for place in link.fields.map(\.source).sorted().map(\.shownLine) where places.last != place {
      places.append(place)
    }
    let edit = places.isEmpty ? "the manifest" : places.capped(at: 3)
    let snapshot = command("snapshot", ["--out", baseline ?? "snapshot.json"])
    return Way(name: "accept", text: "change \(edit), then \(snapshot)")
  }

  private func waive(_ link: LinkDrift) -> Way {
    let place = link.source.map { " at \($0.file.shown):\($0.line)" } ?? ""
    return Way(name: "waive", text: "allow: [{ rule: drift, reason: …, until: … }]\(place)")
  }

  private func take(_ link: LinkDrift) -> Way {
    guard let words = AdoptionWords.of(link.address, link.foreign, owner: link.owner) else {
      return Way(name: "take", text: "use a later linkctl")
    }
    return Way(name: "take", text: command("apply", only(link) + words))
  }

  private func resend(_ link: LinkDrift) -> Way {
    let words = ["--rotate", Glob.escaped(link.address.description)]
    return Way(name: "send again", text: command("apply", only(link) + words))
  }

  private func command(_ verb: String, _ words: [String]) -> String {
    let place =
      (environment.map { ["--env", $0] } ?? []) + (target.map { ["--target", $0] } ?? [])
    return (["linkctl", verb] + place + words).map(\.quoted).joined(separator: " ")
  }
}
