/// What the command line says instead of the environment's target.
struct TargetChoice {
  var target: String?
  var snapshot: String?

  var isGiven: Bool { target != nil || snapshot != nil }
}
