// Why a plan does what it does to a link.
extension Explanation {
  static let missing = Explanation(
    "the link is not there",
    what: "The link is declared and not in the catalog; it is created.",
    why: "CREATE LINK IF NOT EXISTS does nothing where somebody else was faster.",
    advice: "If it should be there, look whether database and environment are the right ones.",
    before: "catalog:   no Orderdb.products",
    after: "  + Orderdb.products   S3   links.d/orders.yaml:3"
  )

  static let configChanged = Explanation(
    "CONFIG differs",
    what: "The catalog has another CONFIG than the manifest; the link is replaced in place.",
    why: """
      Pipelines keep their position. A replace sends every clause, so that the link's secrets have
      to be at hand.
      """,
    advice: """
      Nothing, if the manifest is right. To keep what the server has, change the manifest, or list
      the path under 'ignore'.
      """,
    before: #"catalog:   CONFIG '{"region":"us-west-1"}'"#,
    after: """
        ~ Orderdb.products   S3   links.d/orders.yaml:3
            config.region   "us-west-1" -> "us-east-1"
      """
  )

  static let descriptionChanged = Explanation(
    "DESCRIPTION differs",
    what: "Only the description is another than the manifest's; the link is replaced in place.",
    why: "No statement changes a description alone: all clauses are sent, secrets included.",
    advice: "Nothing, or list 'description' under 'ignore' where others may write it.",
    before: "catalog:   DESCRIPTION 'Products'",
    after: """
        ~ Orderdb.products   S3   links.d/orders.yaml:3
            description   "Products" -> "Products ordered in December"
      """
  )

  static let severalChanged = Explanation(
    "several fields differ",
    what: "More than one of CONFIG, description and credentials is to be changed, in one replace.",
    why: "One statement carries all of them, so that no state in between exists.",
    advice: "The lines below the link show each field.",
    before: #"catalog:   CONFIG '{"region":"us-west-1"}' DESCRIPTION 'Products'"#,
    after: """
        ~ Orderdb.products   S3   links.d/orders.yaml:3
            config.region   "us-west-1" -> "us-east-1"
            description     "Products" -> (not set)
      """
  )

  static let typeChanged = Explanation(
    "the type differs",
    what: "The catalog has a link of another type; with consent it is dropped and created again.",
    why: "No statement changes the type of a link, and a pipeline that uses it would break.",
    advice: "Give the new link another name if you can, and drop the old one when nobody uses it.",
    before: "catalog:   AS KAFKA",
    after: "  -/+ Orderdb.products   KAFKA -> S3   links.d/orders.yaml:3"
  )

  static let rotateRequested = Explanation(
    "the credentials are to be sent again",
    what: "Nothing that can be read differs, but --rotate names the link.",
    why: """
      A tag tells only what linkctl sent last. Credentials that somebody altered by hand since, or
      that cannot be compared here, are put right by sending them again.
      """,
    advice: "Set the secrets in the environment of 'linkctl apply'.",
    before: "linkctl plan",
    after: "linkctl plan --rotate Orderdb.products"
  )

  static let credentialsRotated = Explanation(
    "the secrets are others than were sent last",
    what: """
      The link's tag was made for other credentials, or for another 'rotation'; the link is replaced
      in place, which sends the secrets of now.
      """,
    why: """
      The tag behind the description holds a keyed fingerprint of what was sent. With the key and
      the secrets at hand a rotation is seen without a version that somebody has to raise.
      """,
    advice: "Nothing, if the secret was rotated. Else look which secret this job was given.",
    before: "catalog:   DESCRIPTION 'Orders [linkctl:1:…]', made for another password",
    after: """
        ~ prod.orders   KAFKA   links.d/kafka.yaml:3
            credentials."sasl.password"   (secret, rotated)   ${env:PASSWORD}
      """
  )

  static let adopt = Explanation(
    "the link becomes ours",
    what: "The link is there without our tag, and a person wants it to be ours; it is replaced.",
    why: """
      A replace writes the tag together with the credentials, so that from then on linkctl knows
      whose the link is and what was sent.
      """,
    advice: """
      Look at the differences first: the manifest wins. The link's credentials must be declared.
      """,
    before: "catalog:   Orderdb.products without a tag",
    after: "  > Orderdb.products   S3   links.d/orders.yaml:3"
  )

  static let keyRotated = Explanation(
    "the tag is made again with the key of now",
    what: """
      The credentials are those that were sent, by the fingerprint key of before; the link is
      replaced so that its tag is made with the key of now.
      """,
    why: "Once every link has such a tag, the key of before is not needed any more.",
    advice: "Apply, then take LINKCTL_FINGERPRINT_KEY_PREVIOUS away.",
    before: "catalog:   a tag made with LINKCTL_FINGERPRINT_KEY_PREVIOUS",
    after: "catalog:   a tag made with LINKCTL_FINGERPRINT_KEY"
  )

  static let declaredAbsent = Explanation(
    "declared absent, and there",
    what: "The manifest says 'state: absent' and the catalog has the link; it is dropped.",
    why: "Only a written wish drops a link. That its file is gone never does.",
    advice: "Keep the tombstone until every environment has dropped the link.",
    before: "catalog:   Orderdb.products",
    after: "  - Orderdb.products   S3   links.d/orders.yaml:3"
  )

  static let blocked = Explanation(
    "something has to be done, and may not be",
    what: "The link differs, and what would mend it needs consent or is not possible.",
    why: "It could destroy something, or needs what linkctl does not have.",
    advice: """
      The plan names the block's own reason, such as type-change or drop-consent, and how to go on;
      'linkctl explain' has a page for each. --exclude goes on without the link.
      """,
    before: "  ! Orderdb.products   S3 -> KAFKA cannot be changed in place (type-change)",
    after: "linkctl apply --exclude Orderdb.products"
  )

  static let notOurs = Explanation(
    "declared, there, and not ours",
    what: """
      The link is in the catalog without our tag. What differs is shown, and the link is left alone;
      it blocks nothing.
      """,
    why: "Somebody made it by hand or by other means, and may count on what it holds.",
    advice: """
      Take it with --adopt DATABASE.LINK, or with 'allow' and the rule adopt in the manifest; one of
      another owner needs --take-over OWNER beside.
      """,
    before: "linkctl plan",
    after: "linkctl apply --adopt Orderdb.products"
  )

  static let inSync = Explanation(
    "nothing to do",
    what: "All that can be read of the link is as declared.",
    why: """
      Credentials cannot be read from any server; where they were not compared, the link is counted
      as unverifiable beside.
      """,
    advice: "Nothing.",
    before: #"catalog:   CONFIG '{ "region": "us-east-1" }'"#,
    after: "Plan: … 1 unchanged (1 unverifiable) …"
  )
}
