internal import ArgumentParser

/// A report that was asked for: `KIND=PATH`.
struct ReportRequest: ExpressibleByArgument {
  let kind: ReportKind
  /// `-` for stderr, which only annotations go to.
  let path: String

  init?(argument: String) {
    guard let equals = argument.firstIndex(of: "="),
      let kind = ReportKind(rawValue: String(argument[..<equals]))
    else { return nil }
    self.kind = kind
    path = String(argument[argument.index(after: equals)...])
  }

  var isToStandardError: Bool { path == "-" }
}

/// `--report`, which may be given several times.
struct ReportOptions: ParsableArguments {
  @Option(
    name: .customLong("report"),
    help: .init(
      "Write a report too; repeatable. Kinds: json, md, html, sql, sarif, junit, gitlab, github.",
      valueName: "kind=path"
    )
  )
  var requests: [ReportRequest] = []

  func validate() throws {
    var paths: Set<String> = []
    for request in requests {
      if request.path.isEmpty {
        throw ValidationError("--report: expected \(request.kind)=PATH, and no path is given.")
      }
      if request.isToStandardError, request.kind != .github {
        throw ValidationError("--report: only github can go to '-', the log; give a file's path.")
      }
      if !paths.insert(request.path).inserted {
        throw ValidationError("--report: two reports cannot go to the same file.")
      }
    }
  }
}
