/// A place that secrets come from.
protocol SecretSource {
  /// The value of a name or path, as it is there but for what the source itself adds to it.
  func read(_ name: String) throws(SecretFlaw) -> SourcedBytes
}

/// What a source gave, before anything is known of its fitness.
struct SourcedBytes {
  /// At most ``largest`` bytes.
  let bytes: [UInt8]
  /// What is worth a warning about the place.
  var warning: SecretFlaw?

  /// The most that a secret may have.
  static let largest = 65_536
}
