internal import ArgumentParser

/// Which links a command is about.
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
