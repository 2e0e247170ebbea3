extension LinkType {
  package static let mysql = LinkType(
    name: "MYSQL",
    summary: "A MySQL server whose tables are replicated; it has to be the primary.",
    keys: [
      .config(
        "database.hostname",
        "Host of the primary",
        .documented("CREATE LINK"),
        is: .required
      ),
      .config("database.port", "Port; 3306 by default", .documented("CREATE LINK"), as: .number),
      .config(
        "database.ssl.mode",
        "Whether to connect by TLS, such as required",
        .documented("CREATE LINK")
      ),
      .config("database.exclude.list", "Databases to leave out", .documented("CREATE LINK")),
      .config("database.include.list", "Databases to replicate", .inferred("Debezium")),
      .config(
        "table.include.list",
        "Tables to replicate, as database.name",
        .observed("notebooks")
      ),
      .config("table.exclude.list", "Tables to leave out", .inferred("Debezium")),
      .identity("database.user", "User to log in as", .documented("CREATE LINK"), is: .required),
      .secret(
        "database.password",
        "Password of the user",
        .documented("CREATE LINK"),
        is: .required
      ),
    ],
    combinations: [
      .when(
        .anyOf(["database.include.list"]),
        excludes: ["database.exclude.list"],
        "one list says which, the other says which not"
      ),
      .when(
        .anyOf(["table.include.list"]),
        excludes: ["table.exclude.list"],
        "one list says which, the other says which not"
      ),
    ],
    allowsEmptyCredentials: false,
    passThrough: PassThrough(library: "Debezium's connector", properties: debeziumProperties),
    deprecation: "replicating from MySQL by pipelines gives way to SingleStore Flow",
    since: Introduction(
      version: ServerVersion(8, 7),
      preview: Preview(
        version: ServerVersion(8, 5),
        variable: "experimental_enable_mysql_migration",
        capability: .mysqlPreview
      )
    )
  )

  /// Keys that Debezium's connectors for MySQL and MongoDB know besides.
  static let debeziumProperties = names(
    """
    bigint.unsigned.handling.mode binary.handling.mode capture.mode capture.scope capture.target
    column.exclude.list column.include.list column.propagate.source.type connect.keep.alive
    connect.timeout.ms connection.pool.max.size converters cursor.max.await.time.ms
    database.connectionTimeZone database.initial.statements database.server.id
    database.server.name database.ssl.keystore database.ssl.keystore.password
    database.ssl.truststore database.ssl.truststore.password datatype.propagate.source.type
    decimal.handling.mode event.converting.failure.handling.mode
    event.deserialization.failure.handling.mode event.processing.failure.handling.mode
    field.exclude.list field.name.adjustment.mode field.renames gtid.source.excludes
    gtid.source.filter.dml.events gtid.source.includes heartbeat.action.query
    heartbeat.interval.ms heartbeat.topics.prefix include.query include.schema.changes
    include.schema.comments inconsistent.schema.handling.mode incremental.snapshot.chunk.size
    max.batch.size max.queue.size max.queue.size.in.bytes message.key.columns
    min.row.count.to.stream.results mongodb.connect.timeout.ms mongodb.connection.mode
    mongodb.connection.string mongodb.heartbeat.frequency.ms mongodb.name
    mongodb.poll.interval.ms mongodb.server.selection.timeout.ms mongodb.socket.timeout.ms
    mongodb.ssl.invalid.hostname.allowed mongodb.ssl.keystore mongodb.ssl.keystore.password
    mongodb.ssl.truststore mongodb.ssl.truststore.password poll.interval.ms
    provide.transaction.metadata query.fetch.size read.only
    retriable.restart.connector.wait.ms schema.history.internal schema.name.adjustment.mode
    signal.data.collection signal.enabled.channels skipped.operations
    snapshot.collection.filter.overrides snapshot.delay.ms snapshot.fetch.size
    snapshot.include.collection.list snapshot.lock.timeout.ms snapshot.locking.mode
    snapshot.max.threads snapshot.mode snapshot.new.tables snapshot.select.statement.overrides
    source.struct.version table.ignore.builtin tasks.max time.precision.mode
    tombstones.on.delete topic.naming.strategy topic.prefix transaction.topic transforms
    """
  )
}
