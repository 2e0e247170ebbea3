internal import ArgumentParser

/// What every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(help: .init("The project's folder.", valueName: "dir"))
  var project: String?

  @Option(help: .init("The environment to work on (or LINKCTL_ENV).", valueName: "name"))
  var env: String?

  @Option(help: .init("Colour on a terminal.", valueName: "auto|always|never"))
  var color: ColorChoice = .auto

  @Flag(help: "Say nothing but the result and errors.")
  var quiet = false

  @Flag(help: "Say on stderr what is done along the way.")
  var debug = false
}

extension ColorChoice: NamedChoice {}
