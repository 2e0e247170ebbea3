internal import LinkCore

/// Links and environments side by side.
struct MatrixView {
  static let kind = "linkctl.matrix"

  let matrix: Matrix

  func text(isVerbose: Bool, _ style: Style) -> String {
    let names = matrix.rows.map(\.address.description.shown)
    let width = min(48, max(4, names.map(\.columns).max() ?? 0))
    let columns = matrix.environments.map { max("differs".count, $0.shown.columns) }
    let head = "link".padded(to: width) + row(matrix.environments.map(\.shown), columns)
    let lines = zip(matrix.rows, names).flatMap { row, name in
      let words = row.cells.map(\.word)
      let line = name.padded(to: width) + self.row(words, columns)
      return [row.isSame ? line : style.yellow(line)] + (isVerbose ? fields(of: row) : [])
    }
    return ([style.bold(head)] + lines + [summary]).map { $0 + "\n" }.joined()
  }

  private func row(_ words: [String], _ columns: [Int]) -> String {
    let padded = zip(words, columns).map { "  " + $0.padded(to: $1) }.joined()
    return String(padded.reversed().drop { $0 == " " }.reversed())
  }

  private func fields(of row: Matrix.Row) -> [String] {
    zip(matrix.environments, row.cells).compactMap { environment, cell in
      guard case .differs(let paths) = cell else { return nil }
      let list = paths.map(\.description.shown).joined(separator: ", ")
      return "    \(environment.shown): \(list)"
    }
  }

  private var summary: String {
    let same = matrix.rows.count(where: \.isSame)
    let (links, environments) = (matrix.rows.count, matrix.environments.count)
    return "Matrix: \(links.grouped) \(links == 1 ? "link" : "links") in \(environments)"
      + " \(environments == 1 ? "environment" : "environments"), \(same.grouped) the same in all."
  }

  /// As a table, in HTML: within one of Markdown no escaping holds for every text.
  var markdown: String {
    let cells = { (tag: String, texts: [String]) in
      "<tr>" + texts.map { "<\(tag)>\($0)</\(tag)>" }.joined() + "</tr>"
    }
    let head = cells("th", ["link"] + matrix.environments.map(MarkdownText.code))
    let rows = matrix.rows.map { row in
      cells("td", [MarkdownText.code(row.address.description)] + row.cells.map(html))
    }
    let table = ["<table>", head] + rows + ["</table>", "", summary]
    return table.map { $0 + "\n" }.joined()
  }

  private func html(_ cell: Matrix.Cell) -> String {
    guard case .differs(let paths) = cell else { return cell.word }
    return "differs: " + paths.map { MarkdownText.code($0.description) }.capped(at: 5)
  }

  var json: JSONValue {
    .document(
      [
        "format_version": "1.0",
        "kind": .string(Self.kind),
        "environments": .array(matrix.environments.map(JSONValue.string)),
        "links": .array(matrix.rows.map(json)),
      ],
      endingWith: .done,
      ""
    )
  }

  private func json(of row: Matrix.Row) -> JSONValue {
    let cells = zip(matrix.environments, row.cells).map { environment, cell in
      JSONValue.Member(environment, cell.json)
    }
    return ["address": .string(row.address.description), "environments": .object(cells)]
  }
}

extension Matrix.Row {
  fileprivate var isSame: Bool {
    cells.allSatisfy { if case .same = $0 { true } else { false } }
  }
}

extension Matrix.Cell {
  fileprivate var word: String {
    switch self {
    case .same: "same"
    case .differs: "differs"
    case .missing: "missing"
    }
  }

  fileprivate var json: JSONValue {
    guard case .differs(let paths) = self else { return ["status": .string(word)] }
    return [
      "status": .string(word), "fields": .array(paths.map { .string($0.description) }),
    ]
  }
}
