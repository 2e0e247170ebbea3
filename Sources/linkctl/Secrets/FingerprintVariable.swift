internal import LinkCore
internal import LinkSeal

/// A variable of linkctl's own that holds a fingerprint key.
enum FingerprintVariable: String, CaseIterable {
  case current = "LINKCTL_FINGERPRINT_KEY"
  case previous = "LINKCTL_FINGERPRINT_KEY_PREVIOUS"
}

extension Environment {
  /// The keys that are set; an empty variable counts as none, for pipelines have it where they may
  /// not read a secret.
  func fingerprintKeys() throws -> FingerprintKeys {
    let current = try key(in: .current)
    let previous = try key(in: .previous)
    if previous != nil, current == nil {
      throw Self.failure(.withoutCurrent, of: .previous)
    }
    return FingerprintKeys(
      current: current.map(FingerprintKey.init),
      previous: previous.map(FingerprintKey.init)
    )
  }

  /// What must not be seen of the variables, whatever they hold.
  var fingerprintSecrets: [Secret] {
    FingerprintVariable.allCases.compactMap { bytes(of: $0.rawValue) }
      .flatMap(FingerprintKeyText.secrets)
  }

  private func key(in variable: FingerprintVariable) throws -> SealKey? {
    guard let digits = bytes(of: variable.rawValue), !digits.isEmpty else { return nil }
    do throws(FingerprintKeyFlaw) {
      return try FingerprintKeyText.read(digits)
    } catch {
      throw Self.failure(error, of: variable)
    }
  }

  private static func failure(
    _ flaw: FingerprintKeyFlaw,
    of variable: FingerprintVariable
  ) -> Failure {
    let advice = flaw == .withoutCurrent ? "" : "; 'linkctl secrets keygen' makes one"
    return Failure(.usage, "environment variable \(variable.rawValue) \(flaw)\(advice)")
  }
}
