// What a catalog does not tell.
extension Explanation {
  static let incompleteCatalog = Explanation(
    "the catalog may hold more than was seen",
    what: """
      The account that read the catalog may not see every link or every pipeline, or a database was
      not read. Links that were not seen count as missing, pipelines as not there; both is unproven.
      """,
    why: """
      The plan may want to create what is there already, or to drop or change what a pipeline uses.
      """,
    advice: """
      Grant the account SHOW LINK on the database, and SHOW PIPELINE or SHOW METADATA for the
      pipelines; or take the snapshot with one that has them.
      """,
    before: "GRANT CREATE LINK ON Orderdb.* TO 'links_ci'@'%';",
    after: """
      GRANT CREATE LINK, SHOW LINK, DROP LINK ON Orderdb.* TO 'links_ci'@'%';
      GRANT SHOW PIPELINE ON Orderdb.* TO 'links_ci'@'%';
      """
  )

  static let unknownVersion = Explanation(
    "the server's version cannot be told",
    what: "The server, or the snapshot, gives a version that does not begin with a number.",
    why: """
      What a server can do follows from its version. Nothing is taken to be lacking then, for a plan
      that takes replacing for impossible would ask to drop links; a statement may be refused.
      """,
    advice: "Correct 'version' in a snapshot that was written by hand, or take it with linkctl.",
    before: #""server": { "product": "SingleStore", "version": "latest" }"#,
    after: #""server": { "product": "SingleStore", "version": "9.1.3" }"#
  )

  static let malformedConfig = Explanation(
    "CONFIG in the catalog cannot be compared",
    what: """
      The server shows a CONFIG of the link that is no JSON object, or has a key twice, so that
      readers of it would not agree on what it says.
      """,
    why: "The link is counted as unverifiable: what cannot be read is never called the same.",
    advice: "Set it once more: linkctl apply --rotate DATABASE.LINK sends every clause again.",
    before: #"catalog:   CONFIG '{"region":"us-east-1","region":"us-west-1"}'"#,
    after: #"catalog:   CONFIG '{"region":"us-east-1"}'"#
  )

  static let serverRewrites = Explanation(
    "the server keeps something else than it was sent",
    what: """
      After the statement the catalog shows a number as text, a text without the spaces at its ends, a
      key that nobody sent, or no key where it was null.
      """,
    why: """
      The link is as it was meant, and is compared with what the server made of it: every plan finds
      the same difference, and every apply sends the link again.
      """,
    advice: "Write it as the server shows it, or list the path under 'ignore'.",
    before: #"sent:      CONFIG '{"database.port":3306}'"#,
    after: #"catalog:   CONFIG '{"database.port":"3306"}'"#
  )
}
