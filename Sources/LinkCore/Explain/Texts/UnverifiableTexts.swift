// What could not be compared of a link.
extension Explanation {
  static let credentialsUnreadable = Explanation(
    "credentials cannot be compared",
    what: "The link's credentials are declared, and nobody can tell whether the server has them.",
    why: "No server shows credentials. linkctl does not call clean what it cannot read.",
    advice: "Where they may have been changed by hand, send them again with --rotate.",
    before: "linkctl plan",
    after: "linkctl plan --rotate Orderdb.products"
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
