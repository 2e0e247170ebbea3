/// Writes JSON in both its forms at once, so that nothing is walked through twice: the document, and
/// the canonical form that its digest is taken of.
///
/// Secrets are masked in its texts.
struct TwinWriter: JSONSink, ~Copyable {
  /// What was written.
  struct Twin: Sendable {
    let document: [UInt8]
    let canonical: [UInt8]
    /// Where the items of `gap` belong.
    let documentGap: Int
    let canonicalGap: Int
  }

  private var document: ByteWriter
  private var canonical: ByteWriter
  private var documentGap = 0
  private var canonicalGap = 0
  private let redactor: Redactor
  private var depth: Int
  /// The members so far of all objects that are open.
  private var members: [MemberPlace] = []
  /// What is brought into order.
  private var unordered = ByteWriter(room: 1_024)
  /// Whether nothing stands yet in what is open.
  private var isEmpty = true

  /// With room for so many bytes to begin with.
  init(masking redactor: Redactor, depth: Int = 0, room: Int = 4_096) {
    self.redactor = redactor
    self.depth = depth
    document = ByteWriter(room: room)
    canonical = ByteWriter(room: room)
  }

  var twin: Twin {
    Twin(
      document: document.bytes,
      canonical: canonical.bytes,
      documentGap: documentGap,
      canonicalGap: canonicalGap
    )
  }

  mutating func object(_ body: (inout Self) -> Void) {
    let first = members.count
    open("{")
    body(&self)
    close("}")
    orderMembers(from: first)
    members.removeLast(members.count - first)
  }

  mutating func list<Items: Sequence>(
    _ items: Items,
    _ body: (inout Self, Items.Element) -> Void
  ) {
    open("[")
    self.items(items, areFirst: true, body)
    close("]")
  }

  /// Items of a list without its brackets.
  mutating func items<Items: Sequence>(
    _ items: Items,
    areFirst: Bool,
    _ body: (inout Self, Items.Element) -> Void
  ) {
    isEmpty = areFirst
    for item in items {
      separate()
      body(&self, item)
    }
  }

  /// A list whose items are written elsewhere.
  mutating func gap(isEmpty: Bool) {
    open("[")
    (documentGap, canonicalGap) = (document.count, canonical.count)
    self.isEmpty = isEmpty
    close("]")
  }

  mutating func key(_ key: StaticString) {
    separate()
    let start = canonical.count
    key.withUTF8Buffer { utf8 in
      document.append(quoted: utf8)
      canonical.append(quoted: utf8)
    }
    endKey(from: start, isPlain: true)
  }

  mutating func key(_ key: String) {
    separate()
    let start = canonical.count
    endKey(from: start, isPlain: write(key))
  }

  private mutating func endKey(from start: Int, isPlain: Bool) {
    members.append(MemberPlace(in: canonical, from: start, isPlain: isPlain))
    canonical.append(UInt8(ascii: ":"))
    document.append(UInt8(ascii: ":"))
    document.append(UInt8(ascii: " "))
  }
}

// MARK: - Scalars

extension TwinWriter {
  mutating func null() { both("null") }

  mutating func bool(_ bool: Bool) { both(bool ? "true" : "false") }

  mutating func number(_ number: JSONNumber) {
    var text = number.text
    text.withUTF8 { both($0) }
  }

  mutating func number(_ number: Int) {
    guard number >= 0 else { return self.number(JSONNumber(number)) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var (rest, start) = (number, digits.count)
      repeat {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      both(UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }

  mutating func text(_ text: String) {
    _ = write(redactor.isEmpty ? text : redactor.redact(text))
  }

  /// Most texts are plain, and written as they are.
  private mutating func write(_ text: String) -> Bool {
    let isPlain = text.utf8.withContiguousStorageIfAvailable { utf8 in
      guard utf8.isPlainInJSON else { return false }
      document.append(quoted: utf8)
      canonical.append(quoted: utf8)
      return true
    }
    guard isPlain != true else { return true }
    document.append(JSONWriter.text(text, isCanonical: false))
    canonical.append(JSONWriter.text(text, isCanonical: true))
    return false
  }
}

// MARK: - Marks

extension TwinWriter {
  private mutating func open(_ mark: StaticString) {
    both(mark)
    depth += 1
    isEmpty = true
  }

  private mutating func close(_ mark: StaticString) {
    depth -= 1
    if !isEmpty { breakLine() }
    both(mark)
    isEmpty = false
  }

  /// Goes to where the next member or item begins.
  private mutating func separate() {
    if !isEmpty {
      document.append(UInt8(ascii: ","))
      canonical.append(UInt8(ascii: ","))
    }
    isEmpty = false
    breakLine()
  }

  private mutating func breakLine() {
    document.appendLine(indentedBy: 2 * depth)
  }

  private mutating func both(_ word: StaticString) {
    word.withUTF8Buffer { both($0) }
  }

  private mutating func both(_ bytes: UnsafeBufferPointer<UInt8>) {
    document.append(bytes)
    canonical.append(bytes)
  }
}

// MARK: - Order of members

/// Where a member stands in the canonical form.
private struct MemberPlace {
  /// Where its key begins, with the quote.
  let start: Int
  /// Behind the key's last quote.
  let keyEnd: Int
  /// Behind its value.
  var end = 0
  private let isPlain: Bool
  /// The key's first bytes as one number, which tells most keys apart.
  private let prefix: UInt64

  init(in bytes: borrowing ByteWriter, from start: Int, isPlain: Bool) {
    self.start = start
    self.isPlain = isPlain
    keyEnd = bytes.count
    prefix = bytes.prefix(of: start + 1..<bytes.count - 1)
  }

  private var key: Range<Int> { start + 1..<keyEnd - 1 }

  /// Whether its key stands before the other's, in byte order of what they mean.
  func precedes(_ other: MemberPlace, in bytes: borrowing ByteWriter) -> Bool {
    guard isPlain, other.isPlain else {
      return text(in: bytes).precedes(other.text(in: bytes))
    }
    return prefix == other.prefix ? bytes.precedes(key, other.key) : prefix < other.prefix
  }

  /// A key that has an escape in it.
  private func text(in bytes: borrowing ByteWriter) -> String {
    let written = (start..<keyEnd).map { bytes[$0] }
    return (try? JSONValue(reading: written))?.text ?? ""
  }
}

extension TwinWriter {
  /// Brings the members of the object that was closed last into the order of their keys.
  private mutating func orderMembers(from first: Int) {
    let end = canonical.count - 1
    guard members.count - first > 1 else { return }
    let start = members[first].start
    guard sortMembers(from: first, upTo: end) else { return }
    unordered.remove(from: 0)
    unordered.append(start..<end, of: canonical)
    canonical.remove(from: start)
    let gap = canonicalGap
    for index in first..<members.count {
      let member = members[index]
      if index > first { canonical.append(UInt8(ascii: ",")) }
      if gap > member.start, gap < member.end {
        canonicalGap = canonical.count + gap - member.start
      }
      canonical.append(member.start - start..<member.end - start, of: unordered)
    }
    canonical.append(UInt8(ascii: "}"))
  }

  /// Sorts the places alone, which are few and mostly in order; whether any was not.
  private mutating func sortMembers(from first: Int, upTo end: Int) -> Bool {
    var isChanged = false
    for index in first..<members.count {
      members[index].end = index + 1 < members.count ? members[index + 1].start - 1 : end
    }
    for index in first + 1..<members.count {
      let member = members[index]
      var target = index
      while target > first, member.precedes(members[target - 1], in: canonical) {
        members[target] = members[target - 1]
        target -= 1
      }
      if target < index {
        members[target] = member
        isChanged = true
      }
    }
    return isChanged
  }
}
