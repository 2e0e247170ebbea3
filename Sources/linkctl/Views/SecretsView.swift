internal import LinkCore

/// References and whether they can be used; names only.
struct SecretsView {
  static let kind = "linkctl.secrets"

  let inventory: SecretInventory

  var text: String {
    let names = inventory.entries.map(\.source.shownName) + inventory.unused.map(\.shown)
    let width = names.map(\.count).max() ?? 0
    let lines = inventory.entries.map { entry in
      "  \(entry.status.padded(to: 12))\(entry.source.shownName.padded(to: width + 3))\(uses(entry))"
    }
    let unused = inventory.unused.map { name in
      "  \("unused".padded(to: 12))\(name.shown.padded(to: width + 3))set, but no link refers to it"
    }
    let header = "linkctl secrets  env=\(inventory.environment.shown)"
    return ([header] + lines + unused + [summary]).map { $0 + "\n" }.joined()
  }

  private func uses(_ entry: SecretInventory.Entry) -> String {
    let links = entry.links.map(\.description.shown).joined(separator: ", ")
    let shared = entry.isShared ? "shared by \(entry.links.count) links: " : ""
    guard let flaw = entry.flaw else { return shared + links }
    let place = entry.places.first.map { "\($0)".shown } ?? ""
    return "\(shared)\(links)   \(flaw) (\(place))"
  }

  private var summary: String {
    let counts = ["set", "not set", "empty", "unreadable", "suspicious"].map { status in
      "\(inventory.entries.count { $0.status == status }) \(status)"
    }
    let shared = inventory.entries.count(where: \.isShared)
    return "Secrets: \(counts.joined(separator: ", ")); \(inventory.unused.count) unused,"
      + " \(shared) shared."
  }

  var json: JSONValue {
    .document(
      [
        "format_version": "1.0",
        "kind": .string(SecretsView.kind),
        "environment": .string(inventory.environment),
        "references": .array(inventory.entries.map(\.json)),
        "unused": .array(inventory.unused.map(JSONValue.string)),
        "diagnostics": [],
      ],
      endingWith: inventory.exit,
      summary
    )
  }
}

extension SecretInventory.Entry {
  fileprivate var isShared: Bool { links.count > 1 }

  fileprivate var status: String {
    switch flaw {
    case nil: "set"
    case .notSet: "not set"
    case .empty: "empty"
    case .unreadable, .outside, .symbolicLinkOut: "unreadable"
    default: "suspicious"
    }
  }

  fileprivate var json: JSONValue {
    [
      "source": .string(source.description),
      "status": .string(status.split(separator: " ").joined(separator: "_")),
      "problem": flaw.map { .string("\($0)") } ?? .null,
      "shared": .bool(isShared),
      "links": .array(links.map { .string($0.description) }),
      "places": .array(places.map(\.json)),
    ]
  }
}
