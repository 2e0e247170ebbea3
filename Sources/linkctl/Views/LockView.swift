internal import LinkCore

/// How the lock of a server stands.
struct LockView {
  static let kind = "linkctl.lock"

  let report: LockReport

  var text: String {
    let table = report.table.map { "  table=\($0.description.shown)" } ?? ""
    let header =
      "linkctl lock  env=\(report.environment.shown)  target=\(report.target.shown)\(table)"
    let grants = report.grants.isEmpty ? [] : ["An account that applies needs:"] + report.grants
    return ([header] + grants.map { "  " + $0.shown } + [summary]).map { $0 + "\n" }.joined()
  }

  private var summary: String {
    switch report.state {
    case .free: "Lock: free."
    case .held: "Lock: held by \(report.holder.map { "\($0)" } ?? "somebody who has just begun")."
    case .missing: "Lock: missing; 'linkctl lock init' makes it."
    case .notNeeded: "Lock: a file of this machine; this target needs no other."
    }
  }

  var json: JSONValue {
    .document(
      [
        "format_version": "1.0",
        "kind": .string(LockView.kind),
        "environment": .string(report.environment),
        "target": .string(report.target),
        "table": report.table.map { .string($0.description) } ?? .null,
        "state": .string(report.state.rawValue),
        "holder": report.holder.map(json) ?? .null,
        "grants": .array(report.grants.map { .string($0) }),
      ],
      endingWith: .done,
      summary
    )
  }

  private func json(_ holder: LockHolder) -> JSONValue {
    [
      "name": .string(holder.name), "host": .string(holder.host), "run": .string(holder.run),
      "seconds": holder.seconds.map { .number(JSONNumber($0)) } ?? .null,
    ]
  }
}
