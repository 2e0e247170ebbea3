@main
enum Main {
  static func main() {
    ProcessHygiene.harden()
    MemoryRoom.keepFreed()
    let runner = Runner(output: Output(), environment: .current)
    ProcessExit.leave(runner.run(CommandLineArguments(raw: CommandLineGuard.arguments)).rawValue)
  }
}
