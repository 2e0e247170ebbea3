internal import ArgumentParser
internal import LinkCore
internal import LinkSeal

struct SecretsKeygenCommand: LinkctlCommand {
  static let configuration = CommandConfiguration(
    commandName: "keygen",
    abstract: "Make a fingerprint key: 32 random bytes, on stdout and nowhere else.",
    discussion: """
      With a key in LINKCTL_FINGERPRINT_KEY, 'apply' leaves a fingerprint of \
      the credentials with each link, by which 'plan' and 'drift' tell which \
      secrets changed since.

      Keep it where the secrets themselves are kept, one for each environment, \
      and give it only to jobs that may read them. To change it, put the old \
      one into LINKCTL_FINGERPRINT_KEY_PREVIOUS.

      EXAMPLES:
        linkctl secrets keygen
        linkctl secrets keygen | gh secret set LINKCTL_FINGERPRINT_KEY --env prod
      """
  )

  @OptionGroup var global: GlobalOptions

  func execute(_ session: Session) throws -> ExitCode {
    let key: Secret
    do throws(RandomnessError) {
      key = try FingerprintKeyText.make()
    } catch {
      throw Failure(.failed, "OpenSSL gives no random bytes")
    }
    try key.reveal { try session.result($0 + "\n") }
    session.note(
      "linkctl: keep this key where the environment's secrets are kept, and give it to its plan,"
        + " apply and drift jobs as LINKCTL_FINGERPRINT_KEY\n"
    )
    return .done
  }
}
