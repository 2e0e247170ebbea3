extension LinkType {
  package static let azure = LinkType(
    name: "AZURE",
    summary: "Azure Blob Storage. Empty credentials stand for a public container.",
    keys: [
      .identity("account_name", "Storage account", .documented("CREATE LINK"), is: .required),
      .secret("account_key", "Key of the account", .documented("CREATE LINK"), is: .required),
      .config(
        "disable_gunzip",
        "Leaves .gz files as they are",
        .documented("CREATE PIPELINE"),
        as: .boolean
      ),
      .config(
        "suffixes",
        "Only files whose names end so",
        .documented("CREATE PIPELINE"),
        as: .textList
      ),
    ]
  )
}
