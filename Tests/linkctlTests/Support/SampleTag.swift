import LinkCore

/// Tags as linkctl writes them without a key, for catalogs that tests make by hand.
enum SampleTag {
  /// A tag of its own for every name, as it stands between the brackets.
  static func content(_ name: String, owner: String = "linkctl") -> String {
    let bytes = Array(name.utf8.suffix(8))
    let nonce = Base64.url.text(of: Array(repeating: 0, count: 8 - bytes.count) + bytes)
    return "linkctl:1:\(owner):-:-:\(nonce):-"
  }
}
