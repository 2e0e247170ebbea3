// Why a change is blocked.
extension Explanation {
  static let typeChange = Explanation(
    "a link cannot change its type in place",
    what: "The catalog has a link of this name with another type.",
    why: "It would have to be dropped first; for a moment there is no link at all.",
    advice: """
      Consent with --allow-recreate DATABASE.LINK, or in the manifest by 'allow' with the rule
      recreate; or give the new link another name.
      """,
    before: """
      products: { type: S3, credentials: {} }        # was KAFKA
      """,
    after: """
      products:                                      # was KAFKA
        type: S3
        credentials: {}
        allow: [{ rule: recreate, reason: moved to files, until: 2026-12-31 }]
      """
  )

  static let dropConsent = Explanation(
    "a drop needs consent",
    what: "The link is declared absent, and nobody consented to drop it.",
    why: "A dropped link cannot be brought back: its credentials are known to nobody.",
    advice: "--allow-drop DATABASE.LINK, or 'allow' with the rule drop in the manifest.",
    before: "products: { state: absent }",
    after: "products: { state: absent, allow: [{ rule: drop, reason: see goods }] }"
  )

  static let protected = Explanation(
    "the link is protected",
    what: "The manifest has 'protect: true', and the change would drop the link.",
    why: "Protection holds whatever the command line says.",
    advice: "Take 'protect' out of the manifest in a change of its own, so that it is reviewed.",
    before: "products: { state: absent, protect: true }",
    after: "products: { state: absent, allow: [{ rule: drop, reason: see goods }] }"
  )

  static let inUse = Explanation(
    "pipelines use the link",
    what: "The change would drop the link while pipelines read through it.",
    why: "What a pipeline does without its link is documented nowhere.",
    advice: """
      Drop these pipelines first, or let them use another link. --accept recreate-in-use drops the
      link and creates it again under them.
      """,
    before: "is used by Orderdb.orders (in-use)",
    after: "DROP PIPELINE Orderdb.orders;"
  )

  static let unmanagedCredentials = Explanation(
    "the link's credentials are not declared",
    what: """
      The link has to be created or replaced, which sends credentials, and the manifest has no
      'credentials', or ignores them.
      """,
    why: "Sending none would take from the link what it works with.",
    advice: """
      Declare them by reference; 'credentials: {}' where the link needs none. Where CONFIG alone
      differs, --style auto changes it without them on a server that has ALTER LINK.
      """,
    before: "products: { type: S3, config: { region: us-east-1 } }",
    after: "products: { type: S3, config: { region: us-east-1 }, credentials: {} }"
  )

  static let noReplace = Explanation(
    "the server cannot replace a link",
    what: "The link differs, and this version of the server has no CREATE OR REPLACE LINK.",
    why: "It can only be dropped and created again, which a person has to want.",
    advice: """
      Where the server has ALTER LINK and CONFIG alone differs, --style auto changes it. Or consent
      with --allow-recreate DATABASE.LINK, or by 'allow' with the rule recreate; or let
      the difference stand with 'update: never'.
      """,
    before: "linkctl apply",
    after: "linkctl apply --allow-recreate Orderdb.products"
  )

  static let unsupportedType = Explanation(
    "the server has no links of this type",
    what: "The link is to be created, and the server's version does not know its type.",
    why: "A statement that a server cannot parse may land in its audit log, secrets included.",
    advice: "Leave the link out of this environment with 'only', or upgrade the server.",
    before: "shop: { type: MYSQL }                       # on SingleStore 8.5",
    after: "shop: { type: MYSQL, only: [prod] }         # where prod has 8.7 or newer"
  )

  static let blockedByUnreadable = Explanation(
    "an ignored field cannot be read",
    what: """
      The link has to be replaced, which sends every field. One that 'ignore' lists would be sent
      as the catalog has it, and the catalog does not show it.
      """,
    why: "Sending anything else would overwrite what the manifest promised to leave alone.",
    advice: "Declare the field and take it out of 'ignore', or --exclude the link.",
    before: "products: { type: HTTP, credentials: {}, ignore: [config] }",
    after: "products: { type: HTTP, credentials: {} }"
  )

  static let retarget = Explanation(
    "credentials would go to another destination",
    what: """
      The link has credentials, and an address, host or URL in its CONFIG is to change: whoever is
      there would be sent the credentials.
      """,
    why: """
      A change of an address looks harmless in a review, and hands a password to whoever owns the
      new one.
      """,
    advice: """
      Make sure whose the new destination is. Then --accept retarget, or 'allow' with the rule
      retarget in the manifest.
      """,
    before: """
      products:
        config: { endpoint_url: "https://s3.example.net" }   # was example.com
      """,
    after: "linkctl apply --accept retarget"
  )
}
