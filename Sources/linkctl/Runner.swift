internal import ArgumentParser
internal import LinkCore

/// Takes a command line to its exit code; every failure ends here, in words and, where asked for,
/// as a JSON document.
struct Runner {
  let output: Output
  let environment: Environment

  func run(_ arguments: CommandLineArguments) -> ExitCode {
    output.mask(environment.fingerprintSecrets)
    let code: ExitCode
    switch parsed(arguments) {
    case .failure(let ended): code = end(ended, arguments)
    case .success(let command): code = run(command, arguments.texts)
    }
    return code
  }

  // MARK: The command line

  /// What the parser says where there is no command to run.
  private struct Ended: Error {
    let exit: ExitCode
    let text: String
  }

  private func parsed(_ arguments: CommandLineArguments) -> Result<any LinkctlCommand, Ended> {
    if let problem = CommandLineGuard.problem(in: arguments.raw, repeatable: Self.repeatable) {
      return .failure(Ended(exit: .usage, text: "linkctl: \(problem)\n"))
    }
    if let command = parsedDirectly(arguments.texts) { return .success(command) }
    do {
      var command = try Linkctl.parseAsRoot(arguments.texts)
      if let command = command as? any LinkctlCommand { return .success(command) }
      // What else can be parsed is the parser's own `--help`, which throws its text.
      if !(command is Linkctl) { try command.run() }
      return .failure(Ended(exit: .usage, text: Linkctl.helpMessage() + "\n"))
    } catch {
      let exit = ExitCode(rawValue: Linkctl.exitCode(for: error).rawValue) ?? .failed
      let text = Linkctl.fullMessage(for: error)
      return .failure(Ended(exit: exit, text: text.shownLines + "\n"))
    }
  }

  /// What the command that is named first makes of the rest, where it takes all of it.
  ///
  /// The parser itself would go through all commands' options first, which takes as long as a small
  /// plan; everything else, such as a mistake or `--help`, is left to it.
  private func parsedDirectly(_ texts: [String]) -> (any LinkctlCommand)? {
    let commands = Linkctl.configuration.subcommands
    guard let name = texts.first,
      let named = commands.first(where: { $0.configuration.commandName == name }),
      let command = try? named.parseAsRoot(Array(texts.dropFirst()))
    else { return nil }
    return command as? any LinkctlCommand
  }

  /// Options that may be given more than once.
  private static let repeatable: Set<String> = [
    "--only", "--exclude", "--allow-drop", "--allow-recreate", "--adopt", "--take-over", "--rotate",
    "--accept", "--fault", "--database", "--report",
  ]

  private func end(_ ended: Ended, _ arguments: CommandLineArguments) -> ExitCode {
    guard ended.exit != .done else { return deliver(ended.text, exit: .done) }
    try? output.write(ended.text, to: .message)
    guard let kind = arguments.documentKind else { return ended.exit }
    let line = ended.text.split(separator: "\n").first.map(String.init) ?? ""
    let reason = line.hasPrefix("Error: ") ? String(line.dropFirst(7)) : line
    let failure = Failure(ended.exit, reason)
    return deliver(FailureView(failure: failure, kind: kind).json, exit: ended.exit)
  }

  // MARK: The command

  private func run(_ command: any LinkctlCommand, _ commandLine: [String]) -> ExitCode {
    var session = Session(output: output, environment: environment, global: command.global)
    session.commandLine = commandLine
    do {
      return try command.execute(session)
    } catch let failure as Failure {
      return end(failure, command, session)
    } catch let error as OutputError {
      try? output.write("linkctl: \(error)\n", to: .message)
      return .failed
    } catch {
      return end(Failure(.failed, "\(error)"), command, session)
    }
  }

  private func end(
    _ failure: Failure,
    _ command: any LinkctlCommand,
    _ session: Session
  ) -> ExitCode {
    // Waiting for a busy catalog may have been cut short.
    let exit = failure.exit == .failed ? Interruption.requested.map(ExitCode.interrupted) : nil
    let failure = exit.map { Failure($0, failure.message, findings: failure.findings) } ?? failure
    let lines = failure.lines.isEmpty ? ["linkctl: \(failure.message)"] : failure.lines
    session.error(lines.map { $0 + "\n" }.joined())
    if !failure.isAboutReports { report(failure, command, session) }
    guard let kind = command.documentKind else { return failure.exit }
    return deliver(FailureView(failure: failure, kind: kind).json, exit: failure.exit)
  }

  /// Reports that were asked for tell of the failure.
  private func report(
    _ failure: Failure,
    _ command: any LinkctlCommand,
    _ session: Session
  ) {
    let name = type(of: command).configuration.commandName ?? ""
    let failed = FailedCommand(
      command: name,
      environment: session.environmentName,
      failure: failure,
      kind: CommandLineArguments.documentKind(of: name)
    )
    do {
      try session.write(command.reportRequests, of: failed)
    } catch {
      session.error("linkctl: \((error as? Failure)?.message ?? "\(error)")\n")
    }
  }

  private func deliver(_ text: String, exit: ExitCode) -> ExitCode {
    deliver(exit: exit) { () throws(OutputError) in try output.write(text, to: .result) }
  }

  private func deliver(_ document: JSONValue, exit: ExitCode) -> ExitCode {
    deliver(exit: exit) { () throws(OutputError) in try output.write(document) }
  }

  private func deliver(
    exit: ExitCode,
    _ write: () throws(OutputError) -> Void
  ) -> ExitCode {
    do throws(OutputError) {
      try write()
      return exit
    } catch {
      try? output.write("linkctl: \(error)\n", to: .message)
      return exit == .done ? .failed : exit
    }
  }
}
