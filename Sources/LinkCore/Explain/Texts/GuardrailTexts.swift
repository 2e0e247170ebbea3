// The bounds that an environment sets on a plan.
extension Explanation {
  static let maxChangePercent = Explanation(
    "too many links would change at once",
    what: """
      How many in a hundred of the declared links that are in the catalog a plan may update, adopt,
      recreate or drop. New links do not count; a share is rounded up.
      """,
    why: """
      A wrong value in 'defaults', or the values of another environment, changes every link at once,
      and no reviewer reads forty previews.
      """,
    advice: """
      See whether all of these changes are meant. Apply them in parts with --only, or let this one
      plan through with --accept max_change_percent.
      """,
    before: "prod: { guardrails: { max_change_percent: 30 } }  # 12 of 20 would change",
    after: "linkctl apply --accept max_change_percent"
  )

  static let minLinks = Explanation(
    "fewer links are declared than there have to be",
    what: """
      How many links the manifests have to declare for the environment, whatever is selected;
      those with 'state: absent' do not count.
      """,
    why: """
      A manifest folder that was not checked out whole, or the wrong --project, makes a plan that
      looks calm: nothing to do.
      """,
    advice: """
      See whether all manifests are there. Where links are gone on purpose, lower the bound in
      linkctl.yaml, or let this one plan through with --accept min_links.
      """,
    before: "prod: { guardrails: { min_links: 10 } }  # 3 links are declared",
    after: "prod: { guardrails: { min_links: 3 } }"
  )

  static let maxDrops = Explanation(
    "too many links would be dropped at once",
    what: """
      How many links a plan may drop; those that are created again right after count too.
      """,
    why: "A dropped link cannot be brought back: its credentials are known to nobody.",
    advice: """
      Drop them in parts with --only, or let this one plan through with --accept max_drops; that
      consents to no single drop.
      """,
    before: "prod: { guardrails: { max_drops: 1 } }  # 2 tombstones",
    after: "linkctl apply --accept max_drops"
  )
}
