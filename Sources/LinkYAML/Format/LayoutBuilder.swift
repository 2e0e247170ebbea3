internal import LinkCore

/// Lays a document out: puts keys in order and every comment beside what it is about.
struct LayoutBuilder {
  let source: SourceText
  var comments: CommentQueue

  static func layout(of document: YAMLDocument, root: Node, order: KeyOrder) -> Layout {
    var builder = LayoutBuilder(
      source: document.source,
      comments: CommentQueue(document.comments, in: document.source)
    )
    return builder.layout(of: root, order: order)
  }

  private mutating func layout(of root: Node, order: KeyOrder) -> Layout {
    let scope = Scope(order: order, column: 0, end: Mark(line: .max, column: .max))
    var child = child(key: nil, value: root, in: scope)
    if case .collection(var collection) = child.value {
      collection.mayStandInLine = false
      if !collection.children.isEmpty {
        let first = collection.children[0].key?.scalar.text
        let isMoved = first?.isIdentical(to: root.entries?.first?.key ?? "") == false
        collection.children[0].setApart(!child.lead.isEmpty && (child.isApart || isMoved))
      }
      child.value = .collection(collection)
    }
    return Layout(root: child, foot: comments.takeAll())
  }
}

/// Where a child stands.
private struct Scope {
  let order: KeyOrder
  /// The column of the collection that it is in.
  let column: Int
  /// Where whatever comes behind it begins.
  var end: Mark
  var isInFlow = false
}

extension LayoutBuilder {
  private mutating func child(key: Node?, value: Node, in scope: Scope) -> LaidChild {
    let first = key ?? value
    var child = LaidChild(
      lead: comments.take(before: first.start),
      isApart: source.isApart(first.start),
      key: key.flatMap { laid($0) },
      value: .scalar(
        LaidScalar(scalar: Node.Scalar(text: "", isPlain: true), showsInvisible: false)
      )
    )
    if !value.isEmpty, value.scalar == nil, !isFlow(value, in: scope) {
      child.comment = comments.takeTrailing(before: value.start)
      child.value = .collection(blockCollection(value, in: scope))
    } else {
      child.lead += comments.take(before: value.start)
      setValue(value, of: &child, in: scope)
      setTrailing(behind: value, of: &child, in: scope)
    }
    return child
  }

  private mutating func setValue(_ value: Node, of child: inout LaidChild, in scope: Scope) {
    if value.scalar != nil {
      setScalar(value, of: &child, in: scope)
    } else if value.isEmpty {
      child.lead += comments.take(before: value.end)
      child.value = .collection(LaidCollection(isMap: value.entries != nil, mayStandInLine: true))
    } else {
      setFlow(value, of: &child, in: scope)
    }
  }

  private mutating func setScalar(_ value: Node, of child: inout LaidChild, in scope: Scope) {
    guard let scalar = laid(value) else { return }
    let sign = source.sign(at: value.start)
    let isBlock = !scope.isInFlow && !value.isNothing && (sign == "|" || sign == ">")
    if isBlock {
      child.comment = comments.take(before: value.end).first?.text
      if let block = BlockScalar(value, text: scalar.scalar.text, in: source) {
        child.value = .block(block)
        return
      }
    }
    child.value = .scalar(scalar)
  }

  private mutating func setFlow(_ value: Node, of child: inout LaidChild, in scope: Scope) {
    let hasComments = comments.hasOne(before: value.end)
    if let start = value.firstChildStart {
      child.comment = comments.takeTrailing(before: start)
    }
    var collection = collection(value, in: scope, isInFlow: true)
    collection.mayStandInLine = !hasComments
    collection.foot = comments.take(before: value.end)
    child.value = .collection(collection)
  }

  private mutating func setTrailing(
    behind value: Node,
    of child: inout LaidChild,
    in scope: Scope
  ) {
    guard let text = comments.takeTrailing(onLine: value.end.line, before: scope.end) else {
      return
    }
    if child.comment == nil {
      child.comment = text
    } else {
      child.lead.append(LaidComment(text: text, isApart: false))
    }
  }

  private mutating func blockCollection(_ node: Node, in scope: Scope) -> LaidCollection {
    var collection = collection(node, in: scope, isInFlow: false)
    let column = max(node.start.column, scope.column + 1)
    collection.foot = comments.takeFoot(before: scope.end, fromColumn: column)
    return collection
  }
}

extension LayoutBuilder {
  private mutating func collection(
    _ node: Node,
    in scope: Scope,
    isInFlow: Bool
  ) -> LaidCollection {
    var collection = LaidCollection(isMap: node.entries != nil, mayStandInLine: false)
    let end = isInFlow ? node.end : scope.end
    if let entries = node.entries {
      for (index, entry) in entries.enumerated() {
        let next = index + 1 < entries.count ? entries[index + 1].keyStart : end
        let inner = Scope(
          order: scope.order.below(entry.key),
          column: node.start.column,
          end: next,
          isInFlow: isInFlow
        )
        collection.children.append(child(key: entry.keyNode, value: entry.value, in: inner))
      }
      putInOrder(&collection, scope.order.keys(of: node))
    }
    if let items = node.items {
      for (index, item) in items.enumerated() {
        let next = index + 1 < items.count ? items[index + 1].start : nil
        let inner = Scope(
          order: scope.order.item,
          column: node.start.column,
          end: next.map { isInFlow ? $0 : source.lineOfDash(before: $0) } ?? end,
          isInFlow: isInFlow
        )
        collection.children.append(child(key: nil, value: item, in: inner))
      }
    }
    return collection
  }

  /// Comments above the first key that an empty line parts from it are about the whole map.
  private func putInOrder(_ collection: inout LaidCollection, _ keys: [String]?) {
    guard let keys, let first = collection.children.first else { return }
    let parting =
      first.isApart ? first.lead.count : first.lead.lastIndex { $0.isApart } ?? 0
    collection.head = Array(first.lead[..<parting])
    collection.children[0].lead.removeFirst(parting)
    let ranks = collection.children.map { child in
      keys.firstIndex { $0.isIdentical(to: child.key?.scalar.text ?? "") } ?? keys.count
    }
    collection.children[0].setApart(false)
    let order = ranks.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    collection.children = order.map { collection.children[$0] }
    if !collection.head.isEmpty { collection.children[0].setApart(true) }
  }

  private func isFlow(_ node: Node, in scope: Scope) -> Bool {
    let sign = source.sign(at: node.start)
    return scope.isInFlow || sign == "{" || sign == "["
  }

  private func laid(_ node: Node) -> LaidScalar? {
    guard let scalar = node.scalar else { return nil }
    guard scalar.text.unicodeScalars.contains(where: \.isInvisible) else {
      return LaidScalar(scalar: scalar, showsInvisible: false)
    }
    let written = source.bytes[source.byte(at: node.start)..<source.byte(at: node.end)]
    let isRaw = String(decoding: written, as: UTF8.self).unicodeScalars.contains(
      where: \.isInvisible
    )
    return LaidScalar(scalar: scalar, showsInvisible: !isRaw)
  }
}

extension Node {
  /// Whether it is a collection without anything in it.
  fileprivate var isEmpty: Bool { entries?.isEmpty ?? items?.isEmpty ?? false }

  /// Whether no byte of the file stands for it.
  fileprivate var isNothing: Bool { start == end }

  fileprivate var firstChildStart: Mark? {
    entries?.first?.keyStart ?? items?.first?.start
  }
}
