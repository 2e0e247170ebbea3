internal import LinkCore

/// Refuses tabs that lead a line where libyaml lets them pass: in and between brackets.
///
/// Inside a text that goes on from the line above a tab is part of the text.
enum TabCheck {
  static let message = "tab used for indentation; use spaces"

  static func check(_ source: SourceText, places: ScalarPlaces, into findings: inout Findings) {
    guard source.present.holds(.tab) else { return }
    for line in 1...source.lineCount {
      let bytes = source.bytes(ofLine: line)
      guard let first = bytes.first(where: { source.bytes[$0] != .space }),
        source.bytes[first] == .tab, !places.continuesScalar(line: line)
      else { continue }
      if findings.onlyCounts() { continue }
      let place = source.location(line: line, column: first - bytes.lowerBound + 1)
      findings.add(.form(.tabIndentation, message, at: place))
    }
  }
}
