internal import LinkCore

/// How a plan is laid out for a person.
struct PlanLayout {
  let style: Style
  /// In columns; `nil` where lines may be as long as they are.
  let width: Int?
  /// Whether everything is listed, and in full.
  let isVerbose: Bool

  /// Fields stand this far to the right.
  static let indent = 6
  /// Wider columns are not waited for.
  private static let widest = 48

  /// The columns of the lines that begin a change.
  struct Columns {
    let address: Int
    let type: Int
  }

  func columns(of changes: [PlanDocument.Change]) -> Columns {
    Columns(
      address: changes.map(\.address.description.shown.columns).filter(Self.isNarrow).max() ?? 0,
      type: changes.filter { $0.block == nil }.map(\.linkType.shown.columns).max() ?? 0
    )
  }

  /// How values are shortened beside a label of so many columns.
  func folding(besides label: Int) -> FoldedValue {
    guard !isVerbose else { return FoldedValue(limit: nil) }
    let room = width.map { $0 - Self.indent - label - 8 } ?? 160
    return FoldedValue(limit: max(24, room / 2))
  }

  // MARK: Lines

  /// What stands above everything: the command, and what it was about.
  func header(_ command: String, _ facts: [String]) -> [String] {
    let line = ([command] + facts).joined(separator: "  ")
    guard fits(line) else { return lines(of: line, indent: 0) }
    return [style.bold(command) + line.dropFirst(command.count)]
  }

  /// Whether a line needs no break.
  func fits(_ line: String) -> Bool {
    width.map { line.columns <= $0 } ?? true
  }

  /// Lines for rows, their columns aligned.
  func lines(of rows: [FieldRow]) -> [String] {
    let label = (rows.map(\.path.columns).filter(Self.isNarrow).max() ?? 0) + 4
    let value = rows.map(\.value.columns).filter(Self.isNarrow).max() ?? 0
    return rows.flatMap { lines(of: $0, label: label, value: value) }
  }

  private func lines(of row: FieldRow, label: Int, value: Int) -> [String] {
    let start = String(repeating: " ", count: Self.indent) + row.path.padded(to: label)
    let whole = start + row.value
    guard fits(whole) else { return wrapped(row, start) }
    let gap = String(repeating: " ", count: max(0, value - row.value.columns) + 3)
    guard isVerbose || fits(whole + gap + row.place) else { return [start + colored(row)] }
    return [start + colored(row) + gap + style.dim(row.place)]
  }

  private func colored(_ row: FieldRow) -> String {
    guard let before = row.before else {
      return row.isSecret ? style.cyan(row.after) : style.green(row.after)
    }
    return "\(style.red(before)) -> \(style.green(row.after))"
  }

  /// A line that the terminal would break anywhere: its value goes on below itself, or below its
  /// field where that leaves too little room.
  private func wrapped(_ row: FieldRow, _ start: String) -> [String] {
    guard let width else { return [start + row.value] }
    guard start.columns < width / 2 else {
      let field = String(repeating: " ", count: Self.indent) + row.path
      return [field] + row.value.wrapped(at: width, indent: Self.indent + 4)
    }
    let lines = row.value.wrapped(at: width, indent: start.columns)
    return [start + (lines.first ?? "").dropFirst(start.columns)] + lines.dropFirst()
  }

  /// A sentence below a change or the whole plan.
  func lines(of sentence: String, indent: Int) -> [String] {
    guard let width else { return [String(repeating: " ", count: indent) + sentence] }
    return sentence.wrapped(at: width, indent: indent)
  }

  private static func isNarrow(_ columns: Int) -> Bool { columns <= widest }
}
