internal import LinkCore
internal import LinkServer

/// What a running command has at hand: the way out, the environment, what the command line said of
/// the project.
struct Session {
  let output: Output
  let environment: Environment
  let global: GlobalOptions
  /// The words behind the program's name.
  var commandLine: [String] = []
  /// Those of this process.
  let connections = OpenConnections()
  /// Where a command that writes finds the connection that it has read by.
  var kept: KeptConnection?
  /// How far the command is, while it says nothing else.
  let progress = Progress()
  /// For what can be done on several threads at once.
  var workers = Threads()

  /// The environment's name, as asked for.
  var environmentName: String? {
    global.env ?? environment["LINKCTL_ENV"].flatMap { $0.isEmpty ? nil : $0 }
  }

  func style(of stream: Output.Stream) -> Style {
    Style(isColored: terminal(of: stream).isColored(global.color, environment: environment))
  }

  func terminal(of stream: Output.Stream) -> Terminal {
    Terminal(output.number(of: stream), environment: environment)
  }

  /// What was asked for.
  func result(_ text: String) throws {
    try output.write(text, to: .result)
  }

  /// What was asked for, as JSON.
  func result(_ document: JSONValue) throws {
    try output.write(document)
  }

  /// Something by the way.
  func note(_ text: String) {
    if !global.quiet { say(text) }
  }

  /// What is done along the way, for who wants to know.
  func trace(_ text: String) {
    if global.debug { say("debug: \(text.shown)\n") }
  }

  /// A statement without secrets, and how long its answer took.
  func trace(_ statement: String, took time: Duration) {
    let (seconds, attoseconds) = time.components
    let tenths = seconds * 10_000 + attoseconds / 100_000_000_000_000
    trace("\(statement)  [\(tenths / 10).\(tenths % 10) ms]")
  }

  /// Findings, on stderr; warnings are left out where nobody wants them.
  func show(_ findings: [Diagnostic], of sources: Sources) {
    let shown = findings.filter { !global.quiet || $0.severity == .error }
    guard !shown.isEmpty else { return }
    let view = FindingsView(findings: shown, echo: sources.echo, style: style(of: .message))
    say(view.text)
  }
}

extension Session {
  /// A server's words for anybody's eyes.
  func shown(_ message: String) -> String {
    ServerMessage.shown(message, redactor: output.redactor)
  }

  /// A failed statement's number and words, for anybody's eyes.
  func shown(_ failure: Run.Failure) -> String {
    let number = failure.code == 0 ? "" : "error \(failure.code) (\(failure.sqlState)): "
    return number + shown(failure.message)
  }

  /// Ends the command where somebody has asked for it, before anything was changed.
  func stopIfInterrupted() throws {
    guard let signal = Interruption.requested else { return }
    throw Failure(.interrupted(by: signal), "interrupted; nothing was done")
  }

  /// How long is waited after a signal: first for the statements under way, then for their outcome.
  ///
  /// Pipelines give a program some seconds more.
  private static let patience: [Duration] = [.seconds(3), .milliseconds(4_500)]

  /// From now on signals are noted, and connections that hang after one are cut.
  func watchForInterruption() -> InterruptionWatch {
    Interruption.watch()
    return InterruptionWatch(givingUpAfter: Self.patience, connections.cut)
  }

  /// What a person must know, however quiet.
  func error(_ text: String) { say(text) }

  /// Nothing is written over the line that tells how far the command is.
  private func say(_ text: String) {
    progress.clear(on: output)
    try? output.write(text, to: .message)
  }

  /// Runs what may take a while, and shows on a terminal how far it is.
  func showingProgress<Result>(_ body: () throws -> Result) rethrows -> Result {
    guard terminal(of: .message).isTerminal, !global.quiet else { return try body() }
    return try progress.shown(on: output, body)
  }
}
