internal import LinkCore

/// Values on one line, long ones shortened to what matters of them.
struct FoldedValue {
  /// The most characters that a value may have; `nil` where it is shown in full.
  let limit: Int?

  /// How much of what is the same stands beside what differs.
  private static let context = 12

  /// A value by itself: its beginning, and how long it is.
  func text(of value: JSONValue) -> String {
    let full = value.shown
    guard let limit, full.count > limit else { return full }
    return "\(full.prefix(limit))… (\(full.count.grouped) characters)"
  }

  /// What a field was and what it will be: of two texts the part that differs, of two lists the
  /// items that come and go.
  func texts(of before: JSONValue, _ after: JSONValue) -> (before: String, after: String) {
    let isShort = { (value: JSONValue) in limit.map { value.shown.count <= $0 } ?? true }
    guard !isShort(before) || !isShort(after) else { return (before.shown, after.shown) }
    if let old = before.text, let new = after.text {
      let lists = (old.listed, new.listed)
      if let old = lists.0, let new = lists.1 { return items(old, new) }
      return parts(Array(old.unicodeScalars), Array(new.unicodeScalars))
    }
    if let old = before.items, let new = after.items { return items(old, new) }
    return (text(of: before), text(of: after))
  }

  // MARK: Texts

  private func parts(
    _ before: [Unicode.Scalar],
    _ after: [Unicode.Scalar]
  ) -> (before: String, after: String) {
    let most = min(before.count, after.count)
    let start = zip(before, after).prefix { $0 == $1 }.count
    let end = zip(before.reversed(), after.reversed()).prefix(most - start).prefix { $0 == $1 }
      .count
    return (part(of: before, start, end), part(of: after, start, end))
  }

  /// The text without most of what stands the same before and behind.
  private func part(of text: [Unicode.Scalar], _ same: Int, _ sameAtEnd: Int) -> String {
    let first = same > Self.context + 1 ? same - Self.context : 0
    let hidden = sameAtEnd > Self.context + 1 ? sameAtEnd - Self.context : 0
    let middle = text[first..<(text.count - hidden)]
    var shown = String(String.UnicodeScalarView(middle))
    if let limit, middle.count > limit {
      shown =
        String(String.UnicodeScalarView(middle.prefix(limit * 2 / 3))) + "…"
        + String(String.UnicodeScalarView(middle.suffix(limit / 3)))
    }
    let text = (first > 0 ? "…" : "") + shown + (hidden > 0 ? "…" : "")
    return JSONValue.string(text).shown
  }

  // MARK: Lists

  private func items(
    _ before: [JSONValue],
    _ after: [JSONValue]
  ) -> (before: String, after: String) {
    var rest: [ExactText: Int] = [:]
    for item in before { rest[ExactText(item.canonical), default: 0] += 1 }
    var added: [JSONValue] = []
    for item in after {
      let key = ExactText(item.canonical)
      if let count = rest[key], count > 0 { rest[key] = count - 1 } else { added.append(item) }
    }
    var removed: [JSONValue] = []
    for item in before {
      let key = ExactText(item.canonical)
      guard let count = rest[key], count > 0 else { continue }
      rest[key] = count - 1
      removed.append(item)
    }
    let same = after.count - added.count
    guard !added.isEmpty || !removed.isEmpty else {
      return ("[\(same.grouped) items]", "[the same in another order]")
    }
    return (list(same, removed), list(same, added))
  }

  /// How many items stay, then those that are told apart.
  private func list(_ same: Int, _ items: [JSONValue]) -> String {
    let most = 5
    let shown = items.prefix(most).map { FoldedValue(limit: 24).text(of: $0) }
    let more = items.count > most ? ["… \((items.count - most).grouped) more"] : []
    return "[" + (["… \(same.grouped) same"] + shown + more).joined(separator: ", ") + "]"
  }
}

extension String {
  /// The items of a list as connectors write one, `a,b,c`; `nil` where it is no such list.
  fileprivate var listed: [JSONValue]? {
    let items = split(separator: ",", omittingEmptySubsequences: false)
    guard items.count >= 4, items.allSatisfy({ $0.count <= 128 && !$0.contains(". ") }) else {
      return nil
    }
    return items.map { .string(String($0)) }
  }
}

extension JSONValue {
  /// On one line, with nothing that a terminal acts on.
  var shown: String { canonical.shown }
}
