/// What the command line says instead of the environment's target.
struct TargetChoice {
  var target: String?
  var snapshot: String?
  /// Whether the environment's committed snapshot is read, and nothing else.
  var isOffline = false
  /// How old a snapshot may be.
  var maximumAge: SnapshotAge?

  var isGiven: Bool { target != nil || snapshot != nil }
}
