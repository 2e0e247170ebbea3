internal import LinkCore

/// What came of resolving references: the secrets, and everything that is wrong with any of them.
struct SecretResolution: Sendable {
  /// By place; a source that several references name has a problem at each of them.
  private(set) var problems: [SecretProblem] = []
  /// What the secrets can be used in spite of.
  private(set) var warnings: [SecretProblem] = []
  /// Everything that must not be seen, also values that cannot be used; for the redactor.
  private(set) var secrets: [Secret] = []

  private var values: [SourceKey: Secret] = [:]

  /// What a reference stands for, its prefix and suffix included; `nil` where there is a problem.
  func secret(for reference: Reference) -> Secret? {
    values[SourceKey(reference.source)]?.reveal { value in
      Secret(reference.prefix + value + reference.suffix)
    }
  }

  /// Takes in what one source gave, for all references to it.
  mutating func add(
    _ key: SourceKey,
    _ references: [Reference],
    _ read: Result<SourcedBytes, SecretFlaw>
  ) {
    switch read {
    case .failure(let flaw):
      problems += references.map { SecretProblem($0, flaw) }
    case .success(let sourced):
      if let warning = sourced.warning {
        warnings += references.map { SecretProblem($0, warning) }
      }
      add(key, references, SecretText.judge(sourced.bytes), sourced.bytes)
    }
  }

  private mutating func add(
    _ key: SourceKey,
    _ references: [Reference],
    _ judged: Result<String, SecretFlaw>,
    _ bytes: [UInt8]
  ) {
    switch judged {
    case .success(let text):
      values[key] = Secret(text)
      secrets.append(Secret(text))
    case .failure(let flaw):
      problems += references.map { SecretProblem($0, flaw) }
      if flaw.mayBeSecret { secrets.append(Secret(Self.trimmed(bytes))) }
    }
  }

  private static func trimmed(_ bytes: [UInt8]) -> String {
    let isBreak = { (byte: UInt8) in byte == 0x0A || byte == 0x0D }
    return String(decoding: bytes.reversed().drop(while: isBreak).reversed(), as: UTF8.self)
  }

  /// Puts everything in an order that does not depend on how the sources were read.
  mutating func sort() {
    problems.sort()
    warnings.sort()
  }
}

/// Names one place that secrets come from, by its exact bytes.
struct SourceKey: Hashable {
  private let text: ExactText

  init(_ source: Reference.Source) {
    text = ExactText(source.description)
  }
}

extension SecretFlaw {
  /// Whether a value with this flaw is a secret all the same, that was only written down wrongly.
  fileprivate var mayBeSecret: Bool {
    switch self {
    case .endsWithLineBreak, .holdsNUL, .notUTF8: true
    default: false
    }
  }
}
