@main
enum Main {
  static func main() {
    ProcessHygiene.harden()
    let runner = Runner(output: Output(), environment: .current)
    ProcessExit.leave(runner.run(CommandLineArguments(raw: CommandLineGuard.arguments)).rawValue)
  }
}
