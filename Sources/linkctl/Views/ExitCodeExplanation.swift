internal import LinkCore

extension ExitCode {
  /// What `explain` knows of every exit code.
  static var topics: [Topic] {
    allCases.map { code in
      Topic(
        .exitCode,
        code.name,
        alias: "\(code.rawValue)",
        standing: "The process ends with \(code.rawValue).",
        code.explanation
      )
    }
  }

  /// The long help; a code without one does not compile.
  var explanation: Explanation {
    switch self {
    case .done: .done
    case .failed: .failed
    case .differs: .differs
    case .refused: .refused
    case .stale: .stale
    case .locked: .locked
    case .secret: .secret
    case .partial: .partial
    case .cancelled: .cancelled
    case .usage: .usage
    case .badInput: .badInput
    case .interrupted: .interrupted
    case .terminated: .terminated
    }
  }
}

extension Explanation {
  fileprivate static let done = Explanation(
    "done",
    what: "The command did what it was asked for; a plan also where it has changes.",
    why: "That something differs is a result, not a failure. --detailed-exitcode asks for more.",
    advice: "Nothing.",
    before: "linkctl plan; echo $?                       0, with or without changes",
    after: "linkctl plan --detailed-exitcode; echo $?   2 where there are changes"
  )

  fileprivate static let failed = Explanation(
    "failed",
    what: "The server, the network, the disk or linkctl itself failed; of a plan nothing was done.",
    why: "None of it is a mistake in the manifests.",
    advice: "Read stderr, mend the cause and run the same command again.",
    before: "linkctl apply   (the server is down)",
    after: "linkctl apply   (again, once it is up)"
  )

  fileprivate static let differs = Explanation(
    "something differs, as was asked",
    what: "--detailed-exitcode was given and there are changes to be made.",
    why: "A pipeline can tell an empty plan from one that somebody has to look at.",
    advice: "Review the plan and apply it.",
    before: "linkctl plan --detailed-exitcode; echo $?   2",
    after: "linkctl apply && linkctl plan --detailed-exitcode; echo $?   0"
  )

  fileprivate static let refused = Explanation(
    "refused",
    what: """
      A rule of severity error was broken, a change is blocked, consent is missing, or nobody
      approved the plan. Nothing was done.
      """,
    why: "What linkctl may not do on its own, it says beforehand and as a whole.",
    advice: "The message names each reason; 'linkctl explain REASON' has the way out of it.",
    before: "linkctl apply < /dev/null",
    after: "linkctl apply --auto-approve"
  )

  fileprivate static let stale = Explanation(
    "the plan is stale",
    what: "What was planned is no longer what the catalog or the manifests hold.",
    why: "Somebody changed a link after the plan was made; the approval was for something else.",
    advice: "Plan again, review, apply.",
    before: "plan, wait, apply",
    after: "plan, wait, plan again, apply"
  )

  fileprivate static let locked = Explanation(
    "somebody else is applying",
    what: "Another apply holds the lock of this target; nothing was sent.",
    why: "Two applies at once would overwrite each other's work, and each would call it its own.",
    advice: """
      Wait for it to end and run the same command again; 'linkctl lock status' names who holds the
      lock of a server. A process that died holds no lock; one that is paused does.
      """,
    before: "linkctl apply   (while a pipeline applies on the same target)",
    after: "linkctl apply   (again, once that has ended)"
  )

  fileprivate static let secret = Explanation(
    "a secret is missing or unusable",
    what: """
      A variable or file that the plan needs is unset, empty, unreadable or a placeholder. All of
      them are named together, and nothing was sent.
      """,
    why: "Half a rotation is worse than none.",
    advice: "Set them where apply runs. The last line of a text plan lists what it will need.",
    before: "linkctl apply",
    after: "ORDERS_GCS_SECRET=\"$(cat /run/secrets/gcs)\" linkctl apply"
  )

  fileprivate static let partial = Explanation(
    "partly applied",
    what: "Some statements ran, and one failed or nobody knows what became of it.",
    why: "Every statement commits by itself; there is nothing to roll back.",
    advice: "Read the report, mend the cause and apply again: what is done is not done twice.",
    before: "1 applied, 1 failed, 3 not attempted",
    after: "linkctl apply   (goes on with what is left)"
  )

  fileprivate static let cancelled = Explanation(
    "cancelled at the prompt",
    what: "The question whether to go on was not answered with 'yes'. Nothing was done.",
    why: "Only the whole word is consent.",
    advice: "Apply again and answer 'yes', or leave it.",
    before: "Only 'yes' is taken for consent: y",
    after: "Only 'yes' is taken for consent: yes"
  )

  fileprivate static let usage = Explanation(
    "the command line is wrong",
    what: "An unknown command or option, one given twice, a missing or contradictory value.",
    why: "An option that is not understood is never ignored.",
    advice: "The message names it; '--help' lists what there is.",
    before: "linkctl plan --forec",
    after: "linkctl plan --help"
  )

  fileprivate static let badInput = Explanation(
    "a file cannot be read, or is not of its form",
    what: "A manifest, linkctl.yaml, a snapshot or a plan does not say what such a file has to.",
    why: "Nothing is planned on a part of what was written down.",
    advice: "Every finding has its place, and in brackets a name that 'linkctl explain' knows.",
    before: "links.d/s3.yaml:4:5: error: unknown key 'typ' in link 'a' [unknown-key]",
    after: "linkctl explain unknown-key"
  )

  fileprivate static let interrupted = Explanation(
    "interrupted",
    what: "SIGINT came. The statement under way was finished, or given up after three seconds and"
      + " looked up in the catalog; the rest was not begun.",
    why: "A statement that was cut off may or may not have been carried out.",
    advice: "Apply again; what is done is not done twice.",
    before: "linkctl apply   (Ctrl-C)",
    after: "linkctl apply"
  )

  fileprivate static let terminated = Explanation(
    "terminated",
    what: "SIGTERM came. The statement under way was finished, or given up after three seconds and"
      + " looked up in the catalog; the rest was not begun.",
    why: "Runners send it before they kill a job.",
    advice: "Apply again, with more time.",
    before: "linkctl apply   (the job's time is up)",
    after: "linkctl apply"
  )
}

extension Topic {
  /// All that can be explained.
  static let everything = ofTheCore + ExitCode.topics
}
