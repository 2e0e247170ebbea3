internal import LinkCore

/// What a command has found and what became of each link, for systems that show such things beside
/// code and tests.
struct Report {
  /// The command's name.
  let command: String
  /// `nil` where it is about no single one.
  let environment: String?
  /// What it came to, in one sentence.
  let verdict: String
  /// What somebody has to look at.
  let issues: [Issue]
  /// What was looked at, a link or a file each.
  let cases: [Case]

  enum Severity: String {
    case error
    case warning
    case note
  }

  struct Issue {
    let severity: Severity
    /// A name that `explain` knows.
    let rule: String
    let message: String
    /// `nil` where it is about no place in a file.
    let place: SourceLocation?
    /// The link's full name, where it is about one.
    let subject: String?

    init(
      _ severity: Severity,
      _ rule: String,
      _ message: String,
      at place: SourceLocation?,
      subject: String? = nil
    ) {
      self.severity = severity
      self.rule = rule
      self.message = message
      self.place = place
      self.subject = subject
    }
  }

  struct Case {
    /// A database, or what else holds such things.
    let group: String
    let name: String
    let place: SourceLocation?
    let outcome: Outcome

    init(group: String, name: String, place: SourceLocation?, outcome: Outcome) {
      self.group = group
      self.name = name
      self.place = place
      self.outcome = outcome
    }

    init(_ link: LinkAddress, at place: SourceLocation?, _ outcome: Outcome) {
      self.init(group: link.database, name: link.name, place: place, outcome: outcome)
    }
  }

  enum Outcome {
    case passed(String)
    case failed(rule: String, String)
    /// Nothing was found out, or nothing was to be done.
    case skipped(String)
  }
}

extension Report {
  /// `linkctl plan prod`.
  var title: String {
    (["linkctl", command] + (environment.map { [$0.shown] } ?? [])).joined(separator: " ")
  }

  /// The same with the paths of files as somebody else has to write them.
  func locating(_ path: @escaping (String) -> String) -> Report {
    let moved = { (place: SourceLocation?) in
      place.map { SourceLocation(file: path($0.file), line: $0.line, column: $0.column) }
    }
    return Report(
      command: command,
      environment: environment,
      verdict: verdict,
      issues: issues.map {
        Issue($0.severity, $0.rule, $0.message, at: moved($0.place), subject: $0.subject)
      },
      cases: cases.map {
        Case(group: $0.group, name: $0.name, place: moved($0.place), outcome: $0.outcome)
      }
    )
  }
}

extension Report.Issue {
  init(_ finding: Finding) {
    let severity: Report.Severity = finding.severity == .error ? .error : .warning
    self.init(severity, finding.rule, finding.message, at: finding.source)
  }

  /// Where it is shown: what has no place of its own stands where the project is described.
  var shownPlace: SourceLocation {
    place ?? SourceLocation(file: ProjectLoader.projectFile, line: 1, column: 1)
  }

  /// With the link it is about in front.
  var text: String {
    let subject = subject.map { "\($0.shown): " } ?? ""
    return subject + message.shown
  }
}

extension [Report.Issue] {
  /// A name for each that stays the same when lines move, and differs from all others'.
  var fingerprints: [String] {
    var seen: [String: Int] = [:]
    return map { issue in
      let parts = [issue.rule, issue.shownPlace.file, issue.subject ?? "", issue.message]
      let text = parts.map { "\($0.utf8.count):\($0)" }.joined()
      let number = seen[text, default: 0]
      seen[text] = number + 1
      return DigestText.short("\(text)\(number)")
    }
  }
}
