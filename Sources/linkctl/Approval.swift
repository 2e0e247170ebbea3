/// A person's consent to go on.
struct Approval {
  let session: Session
  /// On the command line already.
  let isGiven: Bool
  let mayAsk: Bool

  /// Ends the command where there is no consent.
  func require() throws {
    if isGiven { return }
    guard mayAsk, canAsk else {
      throw Failure(
        .refused,
        "not approved: there is no terminal to ask on; give --auto-approve. Nothing was done"
      )
    }
    try? session.output.write(
      "\nDo these changes now? Only 'yes' is taken for consent: ",
      to: .message
    )
    let answer = Prompt.readLine()
    try session.stopIfInterrupted()
    guard answer == "yes" else { throw Failure(.cancelled, "cancelled; nothing was done") }
  }

  /// Whether somebody can read the question and answer it.
  private var canAsk: Bool {
    Terminal(0, environment: session.environment).isTerminal
      && session.terminal(of: .message).isTerminal
  }
}
