internal import LinkCore

extension PlanDocument {
  /// The command line that makes the same plan again, for a POSIX shell.
  var command: String {
    let lists = [
      ("--only", options.only), ("--exclude", options.exclude),
      ("--allow-drop", options.allowDrop), ("--allow-recreate", options.allowRecreate),
      ("--rotate", options.rotate), ("--accept", options.accepted),
    ]
    let words = lists.flatMap { flag, values in values.flatMap { [flag, $0] } }
    return (["linkctl", "plan"] + environmentWords + targetWords + words + styleWords).map(\.quoted)
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
    guard inputs.isTargetGiven else { return [] }
    let prefix = "snapshot:"
    return inputs.target.hasPrefix(prefix)
      ? ["--snapshot", String(inputs.target.dropFirst(prefix.count))]
      : ["--target", inputs.target]
  }
}
