/// What takes a JSON value piece by piece: whoever has much to say need not make a tree of it first.
package protocol JSONSink: ~Copyable {
  mutating func null()
  mutating func bool(_ bool: Bool)
  mutating func number(_ number: JSONNumber)
  mutating func number(_ number: Int)
  mutating func text(_ text: String)
  /// The body calls `key`, then one of the others, for each member.
  mutating func object(_ body: (inout Self) -> Void)
  mutating func list<Items: Sequence>(_ items: Items, _ body: (inout Self, Items.Element) -> Void)
  /// The key of the member that comes next; plain ASCII without quotes.
  mutating func key(_ key: StaticString)
  mutating func key(_ key: String)
}

extension JSONSink where Self: ~Copyable {
  package mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let bool): self.bool(bool)
    case .number(let number): self.number(number)
    case .string(let text): self.text(text)
    case .array(let items): list(items) { $0.value($1) }
    case .object(let members): object { $0.members(members) }
    }
  }

  package mutating func members(_ members: [JSONValue.Member]) {
    for member in members {
      key(member.key)
      value(member.value)
    }
  }
}

extension JSONSink where Self: ~Copyable {
  /// A value with its keys in byte order at every depth.
  mutating func sorted(_ value: JSONValue) {
    switch value {
    case .object(let members):
      object { json in
        for member in members.sortedByKey {
          json.key(member.key)
          json.sorted(member.value)
        }
      }
    case .array(let items): list(items) { $0.sorted($1) }
    default: self.value(value)
    }
  }
}

// MARK: - Members of an object

extension JSONSink where Self: ~Copyable {
  mutating func member(_ key: StaticString, _ text: String) {
    self.key(key)
    self.text(text)
  }

  /// Null where there is no text.
  mutating func member(_ key: StaticString, orNull text: String?) {
    self.key(key)
    if let text { self.text(text) } else { null() }
  }

  /// Null where there is no value.
  mutating func member(_ key: StaticString, orNull value: JSONValue?) {
    self.key(key)
    if let value { self.value(value) } else { null() }
  }

  mutating func member(_ key: StaticString, _ texts: [String]) {
    self.key(key)
    list(texts) { $0.text($1) }
  }

  mutating func member(_ key: StaticString, _ number: Int) {
    self.key(key)
    self.number(number)
  }

  /// A member that stands only where it is true.
  mutating func member(_ key: StaticString, ifTrue bool: Bool) {
    guard bool else { return }
    self.key(key)
    self.bool(true)
  }

  mutating func member(_ key: StaticString, _ place: SourceLocation) {
    self.key(key)
    object { json in
      json.member("file", place.file)
      json.member("line", place.line)
      json.member("column", place.column)
    }
  }

  mutating func member<Item>(
    _ key: StaticString,
    _ items: [Item],
    _ body: (inout Self, Item) -> Void
  ) {
    self.key(key)
    list(items, body)
  }

  mutating func member(_ key: StaticString, object body: (inout Self) -> Void) {
    self.key(key)
    object(body)
  }
}

// MARK: - A tree of it

extension JSONValue {
  /// What is told to a sink, as a tree.
  package init(_ tell: (inout JSONBuilder) -> Void) {
    var builder = JSONBuilder()
    tell(&builder)
    self = builder.value
  }
}

/// A sink that makes a tree.
package struct JSONBuilder: JSONSink {
  fileprivate private(set) var value: JSONValue = .null
  private var members: [JSONValue.Member] = []
  /// The key of the member whose value was told last.
  private var lastKey: String?

  package mutating func null() { value = .null }
  package mutating func bool(_ bool: Bool) { value = .bool(bool) }
  package mutating func number(_ number: JSONNumber) { value = .number(number) }
  package mutating func number(_ number: Int) { value = .number(JSONNumber(number)) }
  package mutating func text(_ text: String) { value = .string(text) }
  package mutating func key(_ key: StaticString) { self.key("\(key)") }

  package mutating func key(_ key: String) {
    endMember()
    lastKey = key
  }

  private mutating func endMember() {
    if let lastKey { members.append(.init(lastKey, value)) }
  }

  package mutating func object(_ body: (inout JSONBuilder) -> Void) {
    let outer = (members, lastKey)
    (members, lastKey) = ([], nil)
    body(&self)
    endMember()
    value = .object(members)
    (members, lastKey) = outer
  }

  package mutating func list<Items: Sequence>(
    _ items: Items,
    _ body: (inout JSONBuilder, Items.Element) -> Void
  ) {
    value = .array(
      items.map { item in
        body(&self, item)
        return value
      }
    )
  }
}
