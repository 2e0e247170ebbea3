internal import Glibc

@main
enum Main {
  static func main() {
    ProcessHygiene.harden()
    let runner = Runner(output: Output(), environment: .current)
    exit(runner.run(CommandLineArguments(raw: CommandLineGuard.arguments)).rawValue)
  }
}
