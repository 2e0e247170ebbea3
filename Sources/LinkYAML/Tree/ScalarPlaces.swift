internal import LinkCore

/// Finds the scalars that stand in some part of a file.
struct ScalarPlaces: Sendable {
  let root: Node
  private let duplicates: [PlacedEntry]

  init(root: Node, duplicates: [PlacedEntry]) {
    self.root = root
    self.duplicates = duplicates
  }

  /// The scalars that touch a part of the file, in order.
  func scalars(in part: ClosedRange<Mark>) -> [PlacedScalar] {
    var found: [PlacedScalar] = []
    collect(root, .root, in: part, into: &found)
    guard !duplicates.isEmpty else { return found }
    for duplicate in duplicates {
      collect(duplicate.entry, NodePath(duplicate.path), in: part, into: &found)
    }
    return found.sorted { $0.start < $1.start }
  }

  /// Whether a line goes on with a scalar that began on one before.
  func continuesScalar(line: Int) -> Bool {
    let start = Mark(line: line, column: 1)
    return scalars(in: start...start).contains { $0.start < start && start < $0.end }
  }

  /// A place at or before another that lies in no comment, as near as the nodes tell.
  func nodeBoundary(before mark: Mark) -> Mark {
    var node = root
    while node.start < mark {
      if node.end <= mark { return node.end }
      if node.scalar != nil { return node.boundary(within: mark) }
      guard let child = node.lastChild(startingBefore: mark) else { return node.start }
      node = child
    }
    return Mark(line: 1, column: 1)
  }

  private func collect(
    _ node: Node,
    _ path: NodePath,
    in part: ClosedRange<Mark>,
    into found: inout [PlacedScalar]
  ) {
    guard part.lowerBound <= node.end, node.start <= part.upperBound else { return }
    switch node.content {
    case .scalar(let scalar): found.append(PlacedScalar(node, scalar, path: path))
    case .sequence(let items):
      let first = items.partitionPoint { $0.end >= part.lowerBound }
      let end = items.partitionPoint { $0.start > part.upperBound }
      for index in first..<max(first, end) {
        collect(items[index], path.appending(index: index), in: part, into: &found)
      }
    case .mapping(let entries):
      let first = entries.partitionPoint { $0.value.end >= part.lowerBound }
      let end = entries.partitionPoint { $0.keyStart > part.upperBound }
      for index in first..<max(first, end) {
        collect(entries[index], path, in: part, into: &found)
      }
    }
  }

  private func collect(
    _ entry: Node.Entry,
    _ path: NodePath,
    in part: ClosedRange<Mark>,
    into found: inout [PlacedScalar]
  ) {
    let key = entry.keyNode
    if part.lowerBound <= key.end, key.start <= part.upperBound {
      found.append(PlacedScalar(key))
    }
    collect(entry.value, path.appending(key: entry.key), in: part, into: &found)
  }
}

/// A scalar of the tree with its place; a key has no path.
struct PlacedScalar {
  let start: Mark
  let end: Mark
  /// The value's text and the keys that lead to it; `nil` for a key.
  let value: (scalar: Node.Scalar, path: NodePath)?

  init(_ node: Node, _ scalar: Node.Scalar, path: NodePath) {
    start = node.start
    end = node.end
    value = (scalar, path)
  }

  init(_ key: Node) {
    start = key.start
    end = key.end
    value = nil
  }
}

/// The way from the root to a node, which is spelt out only where somebody asks.
indirect enum NodePath {
  case root
  case key(String, of: NodePath)
  case index(Int, of: NodePath)

  init(_ components: [String]) {
    self = components.reduce(.root) { .key($1, of: $0) }
  }

  func appending(key: String) -> NodePath { .key(key, of: self) }

  func appending(index: Int) -> NodePath { .index(index, of: self) }

  var components: [String] {
    switch self {
    case .root: []
    case .key(let key, let parent): parent.components + [key]
    case .index(let index, let parent): parent.components + [String(index)]
    }
  }
}

extension Node {
  /// A boundary for a place inside this scalar; where a block begins, its first line may end with a
  /// comment.
  fileprivate func boundary(within mark: Mark) -> Mark {
    start.line == mark.line && end.line > mark.line ? start : mark
  }

  fileprivate func lastChild(startingBefore mark: Mark) -> Node? {
    switch content {
    case .scalar: return nil
    case .sequence(let items):
      let next = items.partitionPoint { $0.start >= mark }
      return next == 0 ? nil : items[next - 1]
    case .mapping(let entries):
      let next = entries.partitionPoint { $0.keyStart >= mark }
      guard next > 0 else { return nil }
      let entry = entries[next - 1]
      return entry.value.start < mark ? entry.value : entry.keyNode
    }
  }
}
