extension LinkType {
  package static let mongodb = LinkType(
    name: "MONGODB",
    summary: "A MongoDB replica set whose collections are replicated.",
    keys: [
      .config(
        "mongodb.hosts",
        "host:port of each member, separated by commas",
        .documented("CREATE LINK"),
        is: .required
      ),
      .config(
        "collection.include.list",
        "Collections to replicate, as database.name",
        .documented("CREATE LINK"),
        is: .usual
      ),
      .config("collection.exclude.list", "Collections to leave out", .inferred("Debezium")),
      .config("database.include.list", "Databases to replicate", .inferred("Debezium")),
      .config("database.exclude.list", "Databases to leave out", .inferred("Debezium")),
      .config(
        "mongodb.ssl.enabled",
        "Connects by TLS",
        .documented("CREATE LINK"),
        as: .booleanText
      ),
      .config("mongodb.authsource", "Database that knows the user", .documented("CREATE LINK")),
      .config(
        "mongodb.members.auto.discover",
        "Finds the other members by itself",
        .observed("notebooks"),
        as: .booleanText
      ),
      .identity("mongodb.user", "User to log in as", .documented("CREATE LINK"), is: .required),
      .secret(
        "mongodb.password",
        "Password of the user",
        .documented("CREATE LINK"),
        is: .required
      ),
    ],
    combinations: [
      .when(
        .anyOf(["collection.include.list"]),
        excludes: ["collection.exclude.list"],
        "one list says which, the other says which not"
      ),
      .when(
        .anyOf(["database.include.list"]),
        excludes: ["database.exclude.list"],
        "one list says which, the other says which not"
      ),
    ],
    allowsEmptyCredentials: false,
    passThrough: PassThrough(library: "Debezium's connector", properties: debeziumProperties),
    since: Introduction(version: ServerVersion(8, 1))
  )
}
