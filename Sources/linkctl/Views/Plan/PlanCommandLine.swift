internal import LinkCore

extension PlanDocument {
  /// The command line that makes the same plan again, for a POSIX shell.
  var command: String {
    let lists = [
      ("--only", options.only), ("--exclude", options.exclude),
      ("--allow-drop", options.allowDrop), ("--allow-recreate", options.allowRecreate),
      ("--adopt", options.adopt), ("--take-over", options.takeOver), ("--rotate", options.rotate),
      ("--accept", options.accepted),
    ]
    let words = lists.flatMap { flag, values in values.flatMap { [flag, $0] } }
    return command("plan", snapshotWords + words + styleWords)
  }

  /// The command line that makes a link ours; `nil` where there is none that this version has.
  func adoption(of change: Change) -> String? {
    let foreign = change.foreign.flatMap { Foreign(rawValue: $0.reason) }
    return AdoptionWords.of(change.address, foreign, owner: change.foreign?.owner)
      .map { command("apply", $0) }
  }

  private func command(_ verb: String, _ words: [String]) -> String {
    (["linkctl", verb] + environmentWords + targetWords + words).map(\.quoted)
      .joined(separator: " ")
  }

  /// A target of the command line makes an environment by the name of `default` where none is named.
  private var environmentWords: [String] {
    inputs.isTargetGiven && environment == "default" ? [] : ["--env", environment]
  }

  private var styleWords: [String] {
    options.style == PlanOptions.Style.replace.rawValue ? [] : ["--style", options.style]
  }

  private var targetWords: [String] {
    inputs.isTargetGiven && snapshot == nil ? ["--target", inputs.target] : []
  }

  /// Nothing can be applied to a snapshot, only planned against it.
  private var snapshotWords: [String] {
    guard let snapshot else { return [] }
    return inputs.isTargetGiven ? ["--snapshot", snapshot] : ["--offline"]
  }

  private var snapshot: String? {
    let prefix = "snapshot:"
    return inputs.target.hasPrefix(prefix) ? String(inputs.target.dropFirst(prefix.count)) : nil
  }
}

/// The flags that make a link ours.
enum AdoptionWords {
  /// `nil` where this version has none: what a later one has written is not taken.
  static func of(_ address: LinkAddress, _ foreign: Foreign?, owner: String?) -> [String]? {
    guard foreign != .newer else { return nil }
    let takeOver = foreign == .otherOwner ? owner.map { ["--take-over", $0] } ?? [] : []
    return ["--adopt", Glob.escaped(address.description)] + takeOver
  }
}
