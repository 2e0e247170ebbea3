internal import ArgumentParser

/// The options by which a command is about some links alone.
extension ArgumentHelp {
  static let only = ArgumentHelp(
    "Only links whose database.name matches; repeatable.",
    valueName: "glob"
  )
  static let exclude = ArgumentHelp(
    "Not these links; wins over --only; repeatable.",
    valueName: "glob"
  )
}
