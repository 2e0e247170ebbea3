// Where a link stands between what was reviewed and what is wanted.
extension Explanation {
  static let driftInSync = Explanation(
    "the catalog is as declared",
    what:
      "All of the link is as the manifest has it, and its credentials are those that were sent.",
    why:
      "A tag that agrees says what linkctl sent last; ALTER LINK by hand keeps it, and cannot be seen.",
    advice: "Nothing.",
    before: "linkctl drift",
    after: "Drift: 1 in sync, …"
  )

  static let driftChangedOutside = Explanation(
    "somebody changed the catalog",
    what: "The catalog differs from the reviewed snapshot, and the manifest is as it was.",
    why: "Whoever changed it went round the review, and the next apply takes the change back.",
    advice: "Put it back with apply, take it into the manifest, or waive it for a while.",
    before: "linkctl drift",
    after: "linkctl apply --only Orderdb.products"
  )

  static let driftPending = Explanation(
    "the manifest waits to be applied",
    what:
      "The catalog is as it was reviewed, and the manifest, or a secret, is another one by now.",
    why: "This is what a merged change looks like before it is applied; nobody did anything wrong.",
    advice: "Apply it.",
    before: "linkctl drift",
    after: "linkctl apply --only Orderdb.products"
  )

  static let driftBoth = Explanation(
    "catalog and manifest have both changed",
    what: "Since the review somebody changed the link by hand, and somebody else its manifest.",
    why: "An apply puts the manifest's state over a change that nobody has looked at.",
    advice: "Look at both changes before you apply.",
    before: "linkctl drift",
    after: "linkctl apply --only Orderdb.products"
  )

  static let driftDiffers = Explanation(
    "different, and nobody can tell whose change it is",
    what:
      "The catalog is not as declared, and there is no reviewed state of the link to compare with.",
    why: "With a committed snapshot a change by hand is told from a manifest that waits.",
    advice: "Commit a snapshot and name it in linkctl.yaml, or give --baseline.",
    before: "prod: { target: … }",
    after: "prod: { target: …, snapshot: snapshots/prod.json }"
  )

  static let driftTagLost = Explanation(
    "the link was ours, and its tag is gone",
    what:
      "The reviewed snapshot has our tag on the link. Now it has none, another one, or one that proves less.",
    why:
      "Whoever replaced the link, or wrote its description, may have given it other credentials.",
    advice: "Find out who it was; --adopt takes the link back and sends its credentials again.",
    before: "linkctl drift",
    after: "linkctl apply --only Orderdb.products --adopt Orderdb.products"
  )

  static let driftMissing = Explanation(
    "declared, and not in the catalog",
    what:
      "The link is declared, and not there; it was there when the catalog was reviewed, if it was.",
    why: "Somebody dropped it. Pipelines that read through it have stopped.",
    advice: "Apply makes it again. If it is to be gone, declare it absent.",
    before: "linkctl drift",
    after: "linkctl apply --only Orderdb.products"
  )

  static let driftNotOurs = Explanation(
    "declared and there, without our tag",
    what: "The link is in the catalog, and was not ours when it was reviewed either.",
    why: "A plan leaves it alone, so that drift says so instead of calling it clean.",
    advice: "Take it with --adopt, or with 'allow' and the rule adopt in the manifest.",
    before: "linkctl drift",
    after: "linkctl apply --only Orderdb.products --adopt Orderdb.products"
  )

  static let driftOrphaned = Explanation(
    "ours, and not declared any more",
    what: "The link has our tag, and no manifest declares it for this environment.",
    why: "That a file is gone drops nothing; the link stays until a tombstone says otherwise.",
    advice: "Declare it again, or declare it absent.",
    before: "catalog:   Orderdb.old with our tag",
    after: "old: { state: absent, allow: [{ rule: drop, reason: not used }] }"
  )

  static let driftUnmanaged = Explanation(
    "in no manifest, and not ours",
    what: "The link is in the catalog, and neither a manifest nor a tag speaks of it.",
    why: "linkctl never touches it. It is listed, so that nobody takes it for declared.",
    advice: "Nothing; or --fail-on unmanaged where there must be none.",
    before: "linkctl drift --detailed-exitcode",
    after: "linkctl drift --fail-on unmanaged"
  )

  static let driftUnverifiable = Explanation(
    "as declared, so far as anybody can read",
    what: "All that can be read is as the manifest has it, and something cannot be read here.",
    why: "What cannot be compared is never called in sync; the reason stands below the summary.",
    advice: "Give the job the fingerprint key and the secrets; --max-unverifiable 0 insists on it.",
    before: "linkctl drift --detailed-exitcode",
    after: "LINKCTL_FINGERPRINT_KEY=… linkctl drift --max-unverifiable 0"
  )
}
