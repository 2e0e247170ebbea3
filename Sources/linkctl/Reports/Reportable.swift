internal import LinkCore

/// A result that reports are made of.
protocol Reportable {
  var report: Report { get }

  /// What its own documents hold, for the four kinds that are about the result as a whole.
  func document(_ kind: DocumentKind, _ session: Session) -> ReportContent
}

/// The kinds that tell a result as a whole.
enum DocumentKind {
  case json
  case md
  case html
  case sql
}

/// What is written, before secrets are masked in it.
enum ReportContent {
  case text(String)
  case json(JSONValue)
  /// In pieces, which whoever makes them has masked.
  case pieces((_ deliver: @escaping @Sendable ([UInt8]) -> Void) -> Void)
}

extension Reportable {
  func content(
    of kind: ReportKind,
    _ session: Session,
    locating path: @escaping (String) -> String
  ) -> ReportContent {
    switch kind {
    case .json: document(.json, session)
    case .md: document(.md, session)
    case .html: document(.html, session)
    case .sql: document(.sql, session)
    case .sarif: .json(SARIFReport(report: report.locating(path)).json)
    case .junit: .text(JUnitReport(report: report.locating(path)).text)
    case .gitlab: .json(CodeQualityReport(report: report.locating(path)).json)
    case .github: .text(AnnotationsReport(report: report.locating(path)).text)
    }
  }
}
