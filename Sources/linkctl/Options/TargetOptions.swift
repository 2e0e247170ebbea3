internal import ArgumentParser
internal import LinkCore

/// Which catalog a command works on, instead of the environment's.
struct TargetOptions: ParsableArguments {
  @Option(help: .init("The target instead of the environment's.", valueName: "url"))
  var target: String?

  @Option(help: .init("A catalog snapshot instead of a target.", valueName: "file"))
  var snapshot: String?

  @Flag(help: "Read the environment's committed snapshot: no network, no secrets.")
  var offline = false

  @Option(
    help: .init("How old a snapshot may be, such as 24h or 7d.", valueName: "age")
  )
  var maxSnapshotAge: SnapshotAge?

  var choice: TargetChoice {
    TargetChoice(
      target: target,
      snapshot: snapshot,
      isOffline: offline,
      maximumAge: maxSnapshotAge
    )
  }

  func validate() throws {
    let isGiven = [target != nil, snapshot != nil, offline]
    if isGiven.count(where: \.self) > 1 {
      throw ValidationError("--target, --snapshot and --offline exclude each other.")
    }
    if maxSnapshotAge != nil, snapshot == nil, !offline {
      throw ValidationError("--max-snapshot-age is about --offline or --snapshot; give one.")
    }
    if let target, let problem = Target.problem(of: target) {
      throw ValidationError("--target: \(problem).")
    }
  }
}

/// How old a snapshot may be: a number of minutes, hours or days.
struct SnapshotAge: Hashable, Sendable {
  let seconds: Int
  /// As it was written.
  let text: String
}

extension SnapshotAge: ExpressibleByArgument {
  init?(argument: String) {
    let units = ["m": 60, "h": 3_600, "d": 86_400]
    guard let last = argument.last, let unit = units[String(last)],
      let number = Int(argument.dropLast()), (1...1_000_000).contains(number)
    else { return nil }
    self.init(seconds: number * unit, text: argument)
  }
}
