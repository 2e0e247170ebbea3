internal import ArgumentParser

/// Which links a command is about.
struct LinkSelectionOptions: ParsableArguments {
  @Option(
    help: .init("Only links whose database.name matches; repeatable.", valueName: "glob")
  )
  var only: [String] = []

  @Option(help: .init("Not these links; wins over --only; repeatable.", valueName: "glob"))
  var exclude: [String] = []
}
