extension LinkType {
  package static let hdfs = LinkType(
    name: "HDFS",
    summary: """
      A Hadoop file system. Logging in is done by a keytab on the nodes, so there are no \
      credentials as a rule: where a manifest has none, CREDENTIALS '' is sent.
      """,
    keys: [
      .config(
        "hadoop.security.authentication",
        "How to log in: kerberos, or not at all",
        .documented("CREATE LINK"),
        is: .usual
      ),
      .config("kerberos.user", "Principal to log in as", .documented("CREATE LINK")),
      .config(
        "kerberos.keytab",
        "Path of its keytab, the same on every node",
        .documented("CREATE LINK")
      ),
      .config(
        "dfs.client.use.datanode.hostname",
        "Reaches data nodes by name, not by address",
        .documented("CREATE LINK"),
        as: .boolean
      ),
      .config(
        "dfs.datanode.kerberos.principal",
        "Principal of the data nodes",
        .documented("CREATE LINK")
      ),
      .config(
        "dfs.namenode.kerberos.principal",
        "Principal of the name node",
        .documented("CREATE LINK")
      ),
      .config(
        "dfs.encrypt.data.transfer",
        "Encrypts blocks on the wire",
        .inferred("Hadoop client"),
        as: .any
      ),
      .config(
        "hadoop.rpc.protection",
        "Protection of calls: authentication, integrity or privacy",
        .inferred("Hadoop client")
      ),
    ],
    combinations: [
      .when(
        .value("hadoop.security.authentication", oneOf: ["kerberos"]),
        needs: ["kerberos.user", "kerberos.keytab"],
        "Kerberos logs in as a principal by a keytab"
      ),
      .when(
        .anyOf(["kerberos.user", "kerberos.keytab"]),
        needs: "hadoop.security.authentication",
        oneOf: ["kerberos"],
        "without it nobody logs in by Kerberos"
      ),
    ],
    passThrough: PassThrough(
      library: "the Hadoop client",
      properties: hadoopProperties
    )
  )

  /// Properties of the Hadoop client besides those a link is documented to have.
  private static let hadoopProperties = names(
    """
    dfs.block.access.token.enable dfs.client.failover.max.attempts
    dfs.client.read.shortcircuit dfs.client.socket-timeout dfs.data.transfer.protection
    dfs.datanode.use.datanode.hostname dfs.encrypt.data.transfer.algorithm
    dfs.encrypt.data.transfer.cipher.suites dfs.ha.namenodes dfs.nameservices dfs.replication
    disable_gunzip fs.defaultFS hadoop.security.auth_to_local hadoop.security.authorization
    hadoop.security.token.service.use_ip ipc.client.connect.max.retries
    ipc.client.connect.timeout suffixes
    """
  )
}
