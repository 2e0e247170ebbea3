/// Those who do one and the same to many things that have nothing to do with each other.
///
/// The core starts no threads; whoever can gives it some, and the results are the same for any
/// number of them.
package protocol Workers: Sendable {
  /// What the body makes of each item, in the order of the items.
  func map<Item: Sendable, Result: Sendable>(
    _ items: [Item],
    _ body: @Sendable (Item) -> Result
  ) -> [Result]

  /// The same, where each result is taken as soon as all before it are; never two at a time.
  func map<Item: Sendable, Result: Sendable>(
    _ items: [Item],
    _ body: @Sendable (Item) -> Result,
    inOrder take: @Sendable (Result) -> Void
  )
}

/// Does everything on the thread that asks for it.
package struct OneWorker: Workers {
  package init() {}

  package func map<Item: Sendable, Result: Sendable>(
    _ items: [Item],
    _ body: @Sendable (Item) -> Result
  ) -> [Result] {
    items.map(body)
  }

  package func map<Item: Sendable, Result: Sendable>(
    _ items: [Item],
    _ body: @Sendable (Item) -> Result,
    inOrder take: @Sendable (Result) -> Void
  ) {
    for item in items { take(body(item)) }
  }
}

extension Workers {
  package func map<Item: Sendable, Result: Sendable>(
    _ items: [Item],
    _ body: @Sendable (Item) -> Result,
    inOrder take: @Sendable (Result) -> Void
  ) {
    for result in map(items, body) { take(result) }
  }

  /// The same for things that are small, some hundreds of them at a time.
  package func mapParts<Item: Sendable, Result: Sendable>(
    of items: [Item],
    _ body: @Sendable (ArraySlice<Item>) -> Result
  ) -> [Result] {
    map(items.parts, body)
  }

  /// The same one by one, for large results of which there need not be two arrays.
  package func mapEach<Item: Sendable, Result: Sendable>(
    of items: [Item],
    _ body: @Sendable (Item) -> Result
  ) -> [Result] {
    items.parts.count > 1 ? map(items, body) : items.map(body)
  }

  package func mapParts<Item: Sendable, Result: Sendable>(
    of items: [Item],
    _ body: @Sendable (ArraySlice<Item>) -> Result,
    inOrder take: @Sendable (Result) -> Void
  ) {
    map(items.parts, body, inOrder: take)
  }
}

extension Array {
  fileprivate var parts: [ArraySlice<Element>] {
    let size = 256
    return stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}
