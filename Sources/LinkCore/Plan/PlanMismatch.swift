/// Something that a saved plan was made of, and that is not so any more.
package enum PlanMismatch: Sendable {
  /// What became of a file since.
  package enum FileChange: Sendable {
    case edited
    case added
    case removed
  }

  /// One of the plan's named inputs, by name; `nil` where there is no such thing any more.
  case input(String, _ planned: JSONValue, _ present: JSONValue?)
  case file(String, FileChange)
  /// The same inputs give something else for this link: the plan was edited, a consent has ended,
  /// or another version of linkctl made it.
  case link(String)
}

extension PlanDocument {
  private var binding: PlanBinding {
    PlanBinding(
      environment: environment,
      owner: owner,
      isTagging: isTagging,
      inputs: inputs,
      options: options,
      changes: changes
    )
  }

  /// Where a plan made of what is there now differs from this one; empty where both are the same.
  ///
  /// Links are told only where all that they follow from is the same.
  package func mismatches(with present: PlanDocument) -> [PlanMismatch] {
    let (planned, present) = (binding, present.binding)
    let inputs = zip(planned.inputs, present.inputs).compactMap { planned, present in
      planned.value.means(present.value)
        ? nil
        : PlanMismatch.input(planned.key, planned.value, present.value)
    }
    let files = Self.files(planned.files, present.files)
    let causes = inputs + files
    return causes.isEmpty ? Self.links(planned.links, present.links) : causes
  }

  private static func files(
    _ planned: [JSONValue.Member],
    _ present: [JSONValue.Member]
  ) -> [PlanMismatch] {
    different(planned, present).map { name, planned, present in
      .file(name, planned == nil ? .added : present == nil ? .removed : .edited)
    }
  }

  private static func links(
    _ planned: [JSONValue.Member],
    _ present: [JSONValue.Member]
  ) -> [PlanMismatch] {
    different(planned, present).map { name, _, _ in .link(name) }
  }

  /// The members that are not the same on both sides, by name.
  private static func different(
    _ one: [JSONValue.Member],
    _ other: [JSONValue.Member]
  ) -> [(name: String, JSONValue?, JSONValue?)] {
    let mine = Dictionary(one.map { (ExactText($0.key), $0.value) }) { first, _ in first }
    let theirs = Dictionary(other.map { (ExactText($0.key), $0.value) }) { first, _ in first }
    return Set(mine.keys).union(theirs.keys).sorted().compactMap { name in
      let (planned, present) = (mine[name], theirs[name])
      if let planned, let present, planned.means(present) { return nil }
      return (name.text, planned, present)
    }
  }
}
