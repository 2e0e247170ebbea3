/// One place in which two values are not the same.
struct JSONDifference {
  let path: FieldPath
  /// `nil` where there is nothing at that place.
  let mine: JSONValue?
  let theirs: JSONValue?
}

extension JSONValue {
  /// Where another value is other than this one, keys in byte order; what is in one of them alone is one
  /// place.
  func differences(to other: JSONValue, at path: FieldPath) -> [JSONDifference] {
    guard let mine = members, let theirs = other.members else {
      return means(other) ? [] : [JSONDifference(path: path, mine: self, theirs: other)]
    }
    let old = Dictionary(mine.map { (ExactText($0.key), $0.value) }) { first, _ in first }
    let new = Dictionary(theirs.map { (ExactText($0.key), $0.value) }) { first, _ in first }
    return Set(old.keys).union(new.keys).sorted().flatMap { key -> [JSONDifference] in
      let path = path.appending(key.text)
      guard let mine = old[key], let theirs = new[key] else {
        return [JSONDifference(path: path, mine: old[key], theirs: new[key])]
      }
      return mine.differences(to: theirs, at: path)
    }
  }

  /// This object with a value at the end of some keys, one below the other.
  func setting(_ value: JSONValue, at keys: ArraySlice<String>) -> JSONValue {
    guard let key = keys.first else { return value }
    var members = members ?? []
    let index = members.firstIndex { $0.key.isIdentical(to: key) }
    let inner = index.map { members[$0].value } ?? .object([])
    let member = Member(key, inner.setting(value, at: keys.dropFirst()))
    if let index { members[index] = member } else { members.append(member) }
    return .object(members)
  }
}
