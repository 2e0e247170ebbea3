/// The public clauses of a replace: as desired, but with ignored fields as the catalog has them.
struct IgnoredFields {
  let desired: DesiredLink
  let current: CatalogLink

  /// `nil` where an ignored field cannot be read.
  var clauses: (config: JSONValue?, description: String?)? {
    guard let config else { return nil }
    let keepsDescription = desired.ignores(["description"])
    // Text that no manifest may hold is not sent back either.
    let isForbidden = current.description?.unicodeScalars.contains(where: \.isForbidden) ?? false
    if keepsDescription, isForbidden { return nil }
    return (config.value, keepsDescription ? current.description : desired.description)
  }

  private var config: (value: JSONValue?, Void)? {
    let root = FieldPath(["config"])
    let paths = desired.ignored.filter { root.covers($0) }
    guard !paths.isEmpty else { return (desired.config, ()) }
    guard case .readable(let before) = current.config else { return nil }
    var value = desired.config
    for path in paths {
      let kept = before?.value(at: path.components.dropFirst())
      guard kept?.isRedacted != true else { return nil }
      value = value.orEmpty.setting(kept, at: path.components.dropFirst())
    }
    // Nothing kept is no reason for a clause that nobody wrote.
    let isEmpty = desired.config == nil && value?.members?.isEmpty == true
    return (isEmpty ? nil : value, ())
  }
}

extension JSONValue {
  fileprivate func value(at path: ArraySlice<String>) -> JSONValue? {
    guard let key = path.first else { return self }
    return self[key]?.value(at: path.dropFirst())
  }

  /// With the value at a path set, or removed where it is `nil`.
  fileprivate func setting(_ value: JSONValue?, at path: ArraySlice<String>) -> JSONValue? {
    guard let key = path.first else { return value }
    // What is wanted as no object has no such path.
    guard let members else { return self }
    let child = self[key] ?? .object([])
    guard value != nil || self[key] != nil else { return self }
    let changed = child.setting(value, at: path.dropFirst())
    guard members.contains(where: { $0.key.isIdentical(to: key) }) else {
      return .object(members + (changed.map { [Member(key, $0)] } ?? []))
    }
    return .object(
      members.compactMap { member in
        guard member.key.isIdentical(to: key) else { return member }
        return changed.map { Member(key, $0) }
      }
    )
  }
}
