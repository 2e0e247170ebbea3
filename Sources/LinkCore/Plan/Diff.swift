/// Compares a link as it is wanted with the link as it is, field by field.
package struct Diff {
  package let desired: DesiredLink
  package let current: CatalogLink

  package init(desired: DesiredLink, current: CatalogLink) {
    self.desired = desired
    self.current = current
  }

  /// What differs or cannot be read: type, description, then CONFIG's keys in byte order.
  package var fields: [FieldChange] {
    var fields = config
    if let description { fields.insert(description, at: 0) }
    if let type { fields.insert(type, at: 0) }
    return fields
  }

  /// All public fields of a link that is not there yet.
  package static func creation(of desired: DesiredLink) -> [FieldChange] {
    let empty = CatalogLink(
      address: desired.address,
      type: desired.type?.name ?? "",
      description: TaggedDescription("", mark: .none),
      config: .readable(nil)
    )
    return Diff(desired: desired, current: empty).fields
  }

  private var type: FieldChange? {
    guard let wanted = desired.type, !current.hasType(wanted.name) else { return nil }
    let path: FieldPath = ["type"]
    return FieldChange(
      path: path,
      before: .string(current.type),
      after: .string(wanted.name),
      source: desired.origin(of: path)
    )
  }

  private var description: FieldChange? {
    let (before, after) = (current.description ?? "", desired.description ?? "")
    guard !before.isIdentical(to: after), !desired.ignores(["description"]) else { return nil }
    let path: FieldPath = ["description"]
    return FieldChange(
      path: path,
      before: current.description.map(JSONValue.string),
      after: desired.description.map(JSONValue.string),
      source: desired.origin(of: path)
    )
  }

  private var config: [FieldChange] {
    guard !desired.ignores(["config"]) else { return [] }
    let path: FieldPath = ["config"]
    let after = desired.shownConfig.orEmpty
    switch current.config {
    case .unreadable, .malformed:
      return [
        FieldChange(
          path: path,
          before: nil,
          after: after,
          isUnreadable: true,
          source: desired.origin(of: path)
        )
      ]
    case .readable(let before):
      // What is all the same, as nearly every CONFIG is, needs no look at each of its fields.
      if before.orEmpty.means(after), !after.isRedacted { return [] }
      return changes(at: path, from: before.orEmpty, to: after)
    }
  }

  private func changes(
    at path: FieldPath,
    from before: JSONValue?,
    to after: JSONValue?
  ) -> [FieldChange] {
    guard !desired.ignores(path) else { return [] }
    if let old = before?.members, let new = after?.members {
      return memberChanges(at: path, from: old, to: new)
    }
    if let before, before.isRedacted {
      return [change(path, before, after, isUnreadable: after != nil)]
    }
    if let before, let after, before.means(after) { return [] }
    // A whole object that comes or goes is shown key by key.
    if let new = after?.members, before == nil, !new.isEmpty {
      return memberChanges(at: path, from: [], to: new)
    }
    if let old = before?.members, after == nil, !old.isEmpty {
      return memberChanges(at: path, from: old, to: [])
    }
    return [change(path, before, after, isUnreadable: false)]
  }

  private func memberChanges(
    at path: FieldPath,
    from old: [JSONValue.Member],
    to new: [JSONValue.Member]
  ) -> [FieldChange] {
    let before = Dictionary(old.map { (ExactText($0.key), $0.value) }) { first, _ in first }
    let after = Dictionary(new.map { (ExactText($0.key), $0.value) }) { first, _ in first }
    return Set(before.keys).union(after.keys).sorted().flatMap { key in
      changes(at: path.appending(key.text), from: before[key], to: after[key])
    }
  }

  private func change(
    _ path: FieldPath,
    _ before: JSONValue?,
    _ after: JSONValue?,
    isUnreadable: Bool
  ) -> FieldChange {
    FieldChange(
      path: path,
      before: before,
      after: after,
      isUnreadable: isUnreadable,
      source: desired.origin(of: path)
    )
  }
}

extension JSONValue {
  /// Whether it stands for a value that must not be seen, or holds one in a list.
  package var isRedacted: Bool {
    switch self {
    case .string(let text): text == CatalogLink.redactedLeaf
    case .array(let items): items.contains(where: \.isRedacted)
    case .object(let members): members.contains { $0.value.isRedacted }
    default: false
    }
  }
}
