// Why a link that is there is not ours.
extension Explanation {
  static let untagged = Explanation(
    "the link has no tag",
    what: "The link is declared and in the catalog, and linkctl has not made it what it is.",
    why: "Somebody made it by hand or by other means; or a hand has taken the tag away.",
    advice: "Look at the differences; --adopt DATABASE.LINK takes the link.",
    before: "catalog:   DESCRIPTION 'Products'",
    after: "catalog:   DESCRIPTION 'Products [linkctl:1:…]'"
  )

  static let alteredTag = Explanation(
    "what stands in the tag's place is no tag",
    what: "The description ends with something that was a tag, or was made to look like one.",
    why: "A tag that was cut or altered proves nothing.",
    advice: "Find out who changed the description; --adopt DATABASE.LINK takes the link.",
    before: "catalog:   DESCRIPTION 'Products [linkctl:1:data'",
    after: "catalog:   DESCRIPTION 'Products [linkctl:1:…]'"
  )

  static let copiedTag = Explanation(
    "the same tag stands on two links",
    what: "Every statement writes a tag of its own, and this one's stands on another link, too.",
    why: "One of them was made by copying the other, and nobody can tell which.",
    advice: """
      Remove the copy, or its tag; or take both with --adopt DATABASE.LINK, which gives each a tag
      of its own.
      """,
    before: "catalog:   a copy of Orderdb.products with its description",
    after: "linkctl apply --adopt Orderdb.products"
  )

  static let newerTag = Explanation(
    "a later version of linkctl made the tag",
    what: "The link has a tag that this version cannot read.",
    why: "Replacing it would lose what the later version knows.",
    advice: "Use that version.",
    before: "catalog:   DESCRIPTION 'Products [linkctl:2:…]'",
    after: "linkctl --version"
  )

  static let otherOwner = Explanation(
    "the link has another owner's tag",
    what: "Another project, whose 'owner' is another one, keeps this link.",
    why: "Two projects that declare one link would undo each other's work for ever.",
    advice: """
      Leave it to its owner; or take it from them with --adopt DATABASE.LINK --take-over OWNER, and
      have them remove it from theirs.
      """,
    before: "catalog:   DESCRIPTION 'Products [linkctl:1:billing:…]'",
    after: "linkctl apply --adopt Orderdb.products --take-over billing"
  )
}
