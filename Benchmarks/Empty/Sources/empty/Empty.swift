import ArgumentParser

/// The least that a program with ArgumentParser can do.
@main
struct Empty: ParsableCommand {
  func run() {}
}
