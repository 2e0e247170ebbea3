/// What a plan knows of the tag that a statement will write; the rest is made when it is sent.
package struct TagDraft: Sendable {
  package let owner: String
  /// Of the link's `rotation`; `nil` where it has none.
  package let rotation: DigestPrefix?

  package init(owner: String, rotation: DigestPrefix?) {
    self.owner = owner
    self.rotation = rotation
  }

  /// What stands between the brackets for anybody to see.
  package static let placeholder = "linkctl:…"
}
