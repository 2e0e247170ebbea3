/// What stays until the process ends.
enum Kept {
  /// Keeps a value, so that nobody takes a million nodes apart one by one right before the end.
  static func untilExit(_ value: some Sendable) {
    _ = Unmanaged.passRetained(Box(value))
  }

  private final class Box<Value: Sendable>: Sendable {
    let value: Value

    init(_ value: Value) {
      self.value = value
    }
  }
}
