extension LinkType {
  package static let http = LinkType(
    name: "HTTP",
    summary: """
      A service that external functions call. The server never shows how such a link was made, so \
      its CONFIG can be compared only where the catalog lists it.
      """,
    keys: [
      .secret(
        "headers",
        "Headers sent with every request; each value is a secret",
        .documented("CREATE LINK"),
        as: .textMap,
        is: .usual
      )
    ]
  )
}
