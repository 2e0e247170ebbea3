extension LockTable {
  /// Whether applies on several machines can take turns by it; only asks.
  package func check(on server: any ReadableServer) throws(ServerError) -> Check {
    let name = "lock"
    switch try form(on: server) {
    case .rowstore: return Check(name, .fine, "\(address) is there, for applies to take turns by")
    case .missing:
      return Check(
        name,
        .warning,
        "there is no table \(address): applies on several machines do not wait for each other",
        advice: ["'linkctl lock init' makes it"]
      )
    case .columnstore:
      return Check(
        name,
        .failed,
        "\(address) is a columnstore table, whose rows are not locked: apply refuses",
        advice: ["drop it, and make it anew with 'linkctl lock init'"]
      )
    }
  }
}
