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

extension ReportRequest {
  /// Why not all that was asked for can be had; `nil` where it can.
  static func problem(among requests: [ReportRequest]) -> String? {
    var paths: Set<String> = []
    for request in requests {
      if request.path.isEmpty { return "expected \(request.kind)=PATH, and no path is given" }
      if request.isToStandardError, request.kind != .github {
        return "only github can go to '-', the log; give a file's path"
      }
      if !paths.insert(request.path).inserted { return "two reports cannot go to the same file" }
    }
    return nil
  }
}

extension NameSpecification {
  static let reports: Self = .customLong("report")
}

extension ArgumentHelp {
  static let reports = ArgumentHelp(
    "Write a report too; repeatable. Kinds: json, md, html, sql, sarif, junit, gitlab, github.",
    valueName: "kind=path"
  )
}
