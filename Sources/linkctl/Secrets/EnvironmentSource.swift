/// Secrets in environment variables; nothing is taken off a value.
struct EnvironmentSource: SecretSource {
  let environment: Environment

  func read(_ name: String) throws(SecretFlaw) -> SourcedBytes {
    guard let bytes = environment.bytes(of: name) else { throw .notSet }
    guard bytes.count <= SourcedBytes.largest else { throw .tooLarge }
    return SourcedBytes(bytes: bytes)
  }
}
