/// A version of SingleStore as the sandbox plays it.
package enum Dialect: String, CaseIterable, Sendable {
  case v9_1 = "9.1"
  case v9_0 = "9.0"
  case v8_5 = "8.5"

  /// The one that is played unless another is asked for.
  package static let newest = v9_1
}
