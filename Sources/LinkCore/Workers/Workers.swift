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
}

extension Workers {
  /// The same for things that are small, some hundreds of them at a time.
  package func mapParts<Item: Sendable, Result: Sendable>(
    of items: [Item],
    _ body: @Sendable (ArraySlice<Item>) -> Result
  ) -> [Result] {
    let size = 256
    let parts = stride(from: 0, to: items.count, by: size).map {
      items[$0..<min($0 + size, items.count)]
    }
    return map(parts, body)
  }
}
