/// A version of SingleStore as the sandbox plays it.
package enum Dialect: String, CaseIterable, Sendable {
  case nineOne = "9.1"
  case nineZero = "9.0"
  case eightFive = "8.5"

  /// The one that is played unless another is asked for.
  package static let newest = nineOne
}
