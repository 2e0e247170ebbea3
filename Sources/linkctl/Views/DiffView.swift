import LinkCore
import LinkYAML

/// What changes in a file, as a unified diff.
///
/// Values that may be secrets are left out, as they are wherever lines of a file are shown.
struct DiffView {
  private static let context = 3

  let path: String
  let old: YAMLDocument
  let new: YAMLDocument
  let style: Style

  var text: String {
    let old = DiffSide(bytes: old.bytes, document: old)
    let new = DiffSide(bytes: new.bytes, document: new)
    let steps = Self.steps(old, new)
    let hunks = Self.hunks(of: steps)
    let header = [style.bold("--- \(path.shown)"), style.bold("+++ \(path.shown)")]
    let lines = hunks.flatMap { self.lines(of: steps[$0], old, new) }
    return (header + lines).map { $0 + "\n" }.joined()
  }

  /// A line of a diff: in both, or in one of them.
  private struct Step {
    let old: Int
    let new: Int
    let sign: Character
  }

  private static func steps(_ old: DiffSide, _ new: DiffSide) -> [Step] {
    var steps: [Step] = []
    var (oldNext, newNext) = (0, 0)
    let ends = LineDiff.Match(old: old.lines.count, new: new.lines.count)
    for match in LineDiff(old.lines, new.lines).matches + [ends] {
      while oldNext < match.old {
        steps.append(Step(old: oldNext, new: newNext, sign: "-"))
        oldNext += 1
      }
      while newNext < match.new {
        steps.append(Step(old: oldNext, new: newNext, sign: "+"))
        newNext += 1
      }
      steps.append(Step(old: oldNext, new: newNext, sign: " "))
      (oldNext, newNext) = (oldNext + 1, newNext + 1)
    }
    return steps.dropLast()
  }

  /// The parts with changes, each with some lines around it.
  private static func hunks(of steps: [Step]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (index, step) in steps.enumerated() where step.sign != " " {
      let end = min(steps.count, index + context + 1)
      if let last = hunks.last, index - context <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<end
      } else {
        hunks.append(max(0, index - context)..<end)
      }
    }
    return hunks
  }

  private func lines(of steps: ArraySlice<Step>, _ old: DiffSide, _ new: DiffSide) -> [String] {
    guard let first = steps.first else { return [] }
    let oldCount = steps.count { $0.sign != "+" }
    let newCount = steps.count { $0.sign != "-" }
    let title =
      "@@ -\(Self.range(first.old, oldCount)) +\(Self.range(first.new, newCount)) @@"
    return [style.cyan(title)]
      + steps.flatMap { step in
        switch step.sign {
        case "-": return old.shown(step.old, behind: "-").map(style.red)
        case "+": return new.shown(step.new, behind: "+").map(style.green)
        default: return new.shown(step.new, behind: " ")
        }
      }
  }

  private static func range(_ start: Int, _ count: Int) -> String {
    let first = count == 0 ? start : start + 1
    return count == 1 ? "\(first)" : "\(first),\(count)"
  }
}

/// One of the two files of a diff.
private struct DiffSide {
  /// A line with what ends it.
  let lines: [ArraySlice<UInt8>]
  private let visible: [String]

  init(bytes: [UInt8], document: YAMLDocument) {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      lines.append(bytes[start...offset])
      start = offset + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    self.lines = lines
    visible = document.visibleLines(
      isPublic: DiffVisibility.isPublic,
      isPublicComment: { SecretRules.value($0) == nil }
    )
  }

  /// A line as it may be shown.
  func shown(_ index: Int, behind sign: String) -> [String] {
    let line = sign + (index < visible.count ? visible[index] : "…").shown
    let hasEnd = lines[index].last == UInt8(ascii: "\n")
    return hasEnd ? [line] : [line, "\\ No newline at end of file"]
  }
}

/// Which values of a file a diff may show.
private enum DiffVisibility {
  /// What is public anywhere, and beside it the names of secrets and what a project file says.
  static func isPublic(_ path: [String], _ scalar: Node.Scalar) -> Bool {
    if SourceVisibility.isPublic(path, scalar) { return true }
    guard SecretRules.value(scalar.text) == nil else { return false }
    // A password may stand in a URL, or behind `env` by mistake.
    if path.last == "target", Target.problem(of: scalar.text) != nil { return false }
    if path.last == "env", !ReferenceName.isVariable(scalar.text) { return false }
    switch path.last {
    case "env", "file", "value": return true
    default: return isOfProject(path)
    }
  }

  private static func isOfProject(_ path: [String]) -> Bool {
    switch path.first {
    case "rules", "secrets": true
    case "environments":
      path.count > 2 && ["target", "databases", "tag", "values"].contains(path[2])
        && SecretRules.finding(path: Array(path.dropFirst(3)), value: "") { _ in nil } == nil
    default: false
    }
  }
}
