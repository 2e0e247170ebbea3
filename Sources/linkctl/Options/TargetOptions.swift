internal import ArgumentParser
internal import LinkCore

/// Which catalog a command works on, instead of the environment's.
struct TargetOptions: ParsableArguments {
  @Option(help: .init("The target instead of the environment's.", valueName: "url"))
  var target: String?

  @Option(help: .init("A catalog snapshot instead of a target.", valueName: "file"))
  var snapshot: String?

  var choice: TargetChoice { TargetChoice(target: target, snapshot: snapshot) }

  func validate() throws {
    if target != nil, snapshot != nil {
      throw ValidationError("--target and --snapshot exclude each other.")
    }
    if let target, let problem = Target.problem(of: target) {
      throw ValidationError("--target: \(problem).")
    }
  }
}
