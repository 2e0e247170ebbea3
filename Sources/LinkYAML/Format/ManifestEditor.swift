package import LinkCore

/// Puts values into files that people write: all else stays, with its comments.
package enum ManifestEditor {
  /// A manifest of one database without any link; the comments stand at its top, a line each.
  package static func manifest(of database: String, comments: [String]) -> [UInt8] {
    let lead = comments.map { LaidComment(text: "# " + $0, isApart: false) }
    var root = LaidCollection(isMap: true, mayStandInLine: false)
    root.children = [
      LaidChild("database", .string(database)), LaidChild("links", .object([])),
    ]
    if !lead.isEmpty { root.children[0].setApart(true) }
    let child = LaidChild(lead: lead, isApart: false, key: nil, value: .collection(root))
    return Array(LayoutWriter.text(of: Layout(root: child, foot: [])).utf8)
  }

  /// A manifest with the members of an object merged over it, maps deeply, in canonical form.
  package static func merging(
    _ members: JSONValue,
    into bytes: [UInt8],
    file: String
  ) throws(FormatRefusal) -> [UInt8] {
    let source = YAMLParser.parse(bytes, file: file)
    guard let root = source.root, !source.diagnostics.contains(where: { $0.severity == .error })
    else { throw .malformed(source.diagnostics) }
    var layout = LayoutBuilder.layout(of: source, root: root, order: KeyOrder(.manifest))
    layout.root.value = layout.root.value.merging(members)
    let text = Array(LayoutWriter.text(of: layout).utf8)
    return try YAMLFormatter.format(text, file: file, as: .manifest).bytes
  }
}

extension LaidChild {
  fileprivate init(_ key: String, _ value: JSONValue) {
    self.init(lead: [], isApart: false, key: LaidScalar(key), value: LaidValue(value))
  }
}

extension LaidScalar {
  fileprivate init(_ text: String, isPlain: Bool = false) {
    self.init(scalar: Node.Scalar(text: text, isPlain: isPlain), showsInvisible: true)
  }
}

extension LaidValue {
  /// A value as it is written anew; references and lists stand on one line where they fit.
  fileprivate init(_ value: JSONValue) {
    switch value {
    case .null: self = .scalar(LaidScalar("null", isPlain: true))
    case .bool(let flag): self = .scalar(LaidScalar(flag ? "true" : "false", isPlain: true))
    case .number(let number): self = .scalar(LaidScalar(number.text, isPlain: true))
    case .string(let text): self = .scalar(LaidScalar(text))
    case .array(let items):
      var list = LaidCollection(isMap: false, mayStandInLine: true)
      list.children = items.map {
        LaidChild(lead: [], isApart: false, key: nil, value: LaidValue($0))
      }
      self = .collection(list)
    case .object(let members):
      let isReference = ["env", "file", "value"].contains { value[$0] != nil }
      var map = LaidCollection(isMap: true, mayStandInLine: isReference || members.isEmpty)
      map.children = members.map { LaidChild($0.key, $0.value) }
      self = .collection(map)
    }
  }

  /// This map with the members of an object over it; what is no map is replaced.
  fileprivate func merging(_ value: JSONValue) -> LaidValue {
    guard case .collection(var map) = self, map.isMap, let members = value.members else {
      return LaidValue(value)
    }
    if map.children.isEmpty, !members.isEmpty { map.mayStandInLine = false }
    for member in members {
      let index = map.children.firstIndex { child in
        child.key?.scalar.text.isIdentical(to: member.key) == true
      }
      if let index {
        map.children[index].value = map.children[index].value.merging(member.value)
      } else {
        map.children.append(LaidChild(member.key, member.value))
      }
    }
    return .collection(map)
  }
}
