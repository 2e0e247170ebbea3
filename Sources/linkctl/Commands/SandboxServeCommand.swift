internal import ArgumentParser
internal import LinkCore
internal import SandboxServer

struct SandboxServeCommand: LinkctlCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract:
      "Serve the sandbox in the MySQL protocol, on this machine alone; with faults on demand.",
    discussion: """
      Writes the target to connect to as soon as it listens, and runs until \
      SIGINT or SIGTERM. The account is root; its password is \
      LINKCTL_SANDBOX_PASSWORD, or none.

      FAULTS: 'PATTERN -> FAULT', with * and ? in the pattern, happens at the \
      first statement that matches; 'PATTERN @N -> FAULT' at the nth, '@N-M' \
      from the nth to the mth, '@N+' from the nth on.
        error CODE [TEXT]    refused, not run
        echo [CODE]          refused with the whole statement in the error
        cut-before           the connection ends, the statement is not run
        cut-after            the statement is run, the connection ends
        cut-reply [BYTES]    run, and the connection ends within the reply
        writer SQL           another client runs this right before
      These last, and need no 'PATTERN ->':
        delay 200ms          before each statement
        read-only            what writes is refused (1290)
        no-grants [1227]     the same (1142), and SHOW GRANTS shows none
        sql-mode MODE        such as NO_BACKSLASH_ESCAPES

      EXAMPLES:
        linkctl sandbox serve --database prod --port 3307
        linkctl sandbox serve --database prod --fault 'CREATE*`orders`* -> echo'
        linkctl sandbox serve --fault 'delay 200ms' --faults friday.faults
      """
  )

  @Option(help: .init("The port on 127.0.0.1; 0 for a free one.", valueName: "n"))
  var port: UInt16 = 0
  @Option(
    help: .init("The catalog (default: .linkctl/sandbox.db of the project).", valueName: "path")
  )
  var file: String?
  @Option(help: .init("The version to play.", valueName: "9.1|9.0|8.5"))
  var dialect: Dialect = .newest
  @Option(help: .init("Create this database where it is missing; repeatable.", valueName: "name"))
  var database: [String] = []
  @Option(help: .init("What is to go wrong, see above; repeatable.", valueName: "spec"))
  var fault: [String] = []
  @Option(help: .init("A file of faults, one a line; # begins a comment.", valueName: "file"))
  var faults: String?
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    for text in fault {
      do throws(FaultProblem) {
        _ = try FaultReader.fault(in: text)
      } catch {
        throw ValidationError("--fault '\(text.shown)': \(error.message)")
      }
    }
  }

  func execute(_ session: Session) throws -> ExitCode {
    let serving = Serving(session: session, file: file, dialect: dialect, databases: database)
    return try serving.run(on: Int(port), faults: fault, faultFile: faults)
  }
}

extension Dialect: NamedChoice {}
