// What could not be compared of a link.
extension Explanation {
  static let credentialsUnreadable = Explanation(
    "credentials cannot be compared",
    what: "The link's credentials are declared, and nobody can tell whether the server has them.",
    why: """
      No server shows credentials, and where tags are off ('tag: false') nothing tells what was sent
      last. linkctl does not call clean what it cannot read.
      """,
    advice: "Let links carry tags, or send the credentials again with --rotate.",
    before: "linkctl plan",
    after: "linkctl plan --rotate Orderdb.products"
  )

  static let noFingerprintKey = Explanation(
    "there is no fingerprint key here",
    what:
      "The link's tag has a fingerprint of its credentials, and this job has no key to check it.",
    why: "Without the key nobody learns anything from a fingerprint, linkctl included.",
    advice: """
      Give the job LINKCTL_FINGERPRINT_KEY, from the same place as the secrets; never a job that
      runs what strangers wrote.
      """,
    before: "linkctl plan",
    after: "LINKCTL_FINGERPRINT_KEY=… linkctl plan"
  )

  static let otherFingerprintKey = Explanation(
    "the tag was made with another key",
    what: "The link's tag has a fingerprint that neither of the keys at hand has made.",
    why: "It was made in another place, by a key that is gone, or is no tag of this environment.",
    advice: """
      Set LINKCTL_FINGERPRINT_KEY_PREVIOUS to the key of before; where it is lost, send the
      credentials again with --rotate.
      """,
    before: "linkctl plan",
    after: "linkctl apply --rotate Orderdb.products"
  )

  static let noFingerprint = Explanation(
    "the tag was made without a key",
    what: "The link is ours, and its credentials were sent where there was no fingerprint key.",
    why: "Its tag says whose the link is, and nothing of its credentials.",
    advice: "With LINKCTL_FINGERPRINT_KEY set, send the credentials again with --rotate.",
    before: "linkctl plan",
    after: "LINKCTL_FINGERPRINT_KEY=… linkctl apply --rotate Orderdb.products"
  )

  static let secretNotSet = Explanation(
    "a secret of the link is not at hand",
    what: "There is a fingerprint key, and a secret that the link refers to cannot be used here.",
    why: "Only the secret itself can be compared with its fingerprint.",
    advice: "'linkctl secrets' says what is wrong with which one.",
    before: "LINKCTL_FINGERPRINT_KEY=… linkctl plan",
    after: "LINKCTL_FINGERPRINT_KEY=… PASSWORD=… linkctl plan"
  )

  static let offline = Explanation(
    "with --offline no secret is read",
    what:
      "The catalog comes from a committed snapshot; credentials are not compared with its tags.",
    why:
      "--offline opens no connection and reads no secret, so that anybody's change can be planned.",
    advice: "Plan against the server itself where the secrets and the fingerprint key are.",
    before: "linkctl plan --env prod --offline",
    after: "linkctl plan --env prod"
  )

  static let configUnreadable = Explanation(
    "this server does not show CONFIG",
    what: "CONFIG is declared, and the server's catalog has no column that shows it.",
    why: "A difference in it cannot be seen, so that none is reported and none is mended.",
    advice: """
      After a change of CONFIG send the link again with --rotate, or move to a server whose
      information_schema.LINKS has the column CONFIG.
      """,
    before: "linkctl plan",
    after: "linkctl plan --rotate Orderdb.products"
  )

  static let configRedacted = Explanation(
    "CONFIG holds a secret that was left out",
    what: """
      Somebody put a secret into the link's CONFIG. It was left out when the catalog was read, and
      what was left out is not compared.
      """,
    why: "A plan is safe to publish: it repeats no secret, wherever one was put.",
    advice: "Declare the value under 'credentials' by reference, and replace the link.",
    before: "products: { type: S3, config: { password: … }, credentials: {} }",
    after: "products: { type: S3, credentials: { password: { env: PASSWORD } } }"
  )
}
