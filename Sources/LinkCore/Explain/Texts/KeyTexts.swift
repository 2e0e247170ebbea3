// Keys of CONFIG and CREDENTIALS that a type of link does not have so.
extension Explanation {
  static let unknownKey = Explanation(
    "a key that is not known there",
    what: """
      A key of the manifest itself, of its links or of linkctl.yaml is unknown: that is an error
      (exit 65). Or a key below 'config' or 'credentials' is unknown to the type: a warning.
      """,
    why: """
      A misspelt key has no effect, and nobody says so. Which keys a server takes changes with its
      version, so that there it is no error.
      """,
    advice: """
      Take the key that the message suggests. KAFKA, HDFS, MONGODB and MYSQL hand keys on to a
      library; there, only what looks misspelt is reported.
      """,
    before: """
      database: Orderdb
      links:
        products: { type: S3, credentials: {}, config: { regoin: us-east-1 } }
      """,
    after: """
      database: Orderdb
      links:
        products: { type: S3, credentials: {}, config: { region: us-east-1 } }
      """
  )

  static let missingKey = Explanation(
    "a key that such a link cannot be without",
    what: "CONFIG or CREDENTIALS lack a key that the type, or another key, asks for.",
    why: """
      The server makes the link all the same and does not try it. It fails later, in the pipeline
      that uses it.
      """,
    advice: "Add the key; 'linkctl schema' and docs/link-types.md list what belongs together.",
    before: """
      database: Orderdb
      links:
        lake:
          type: AZURE
          credentials: { account_name: orders }
      """,
    after: """
      database: Orderdb
      links:
        lake:
          type: AZURE
          credentials:
            account_name: orders
            account_key: { env: ORDERS_AZURE_KEY }
      """
  )

  static let wrongClause = Explanation(
    "a key in the other clause",
    what: "A key stands in 'config' that belongs in 'credentials', or the other way round.",
    why: "CONFIG is public, and the server may look for the key in one of the two only.",
    advice: "Move the key to the clause that the message names.",
    before: """
      database: Orderdb
      links:
        events:
          type: KAFKA
          config:
            security.protocol: sasl_ssl
            sasl.mechanism: PLAIN
            sasl.username: orders
          credentials: { sasl.password: { env: ORDERS_KAFKA_PASSWORD } }
      """,
    after: """
      database: Orderdb
      links:
        events:
          type: KAFKA
          config: { security.protocol: sasl_ssl, sasl.mechanism: PLAIN }
          credentials:
            sasl.username: orders
            sasl.password: { env: ORDERS_KAFKA_PASSWORD }
      """
  )

  static let wrongJSONType = Explanation(
    "a value of another JSON type",
    what: "A key has a text where the server documents a number, or the like.",
    why: "The server may ignore it or refuse it, and plans would show it as changed for ever.",
    advice: "Add or remove the quotes, as the message asks.",
    before: """
      database: Orderdb
      links:
        products: { type: S3, credentials: {}, config: { disable_gunzip: "yes" } }
      """,
    after: """
      database: Orderdb
      links:
        products: { type: S3, credentials: {}, config: { disable_gunzip: true } }
      """
  )

  static let conflictingKeys = Explanation(
    "keys that exclude each other",
    what: "Two keys stand together of which the server can follow only one.",
    why: "Which one wins is up to the server, and may change with its version.",
    advice: "Keep the one that is meant; the message says what each is for.",
    before: """
      database: Orderdb
      links:
        products:
          type: S3
          credentials: {}
          config:
            x-amz-server-side-encryption: AES256
            x-amz-server-side-encryption-aws-kms-key-id: orders
      """,
    after: """
      database: Orderdb
      links:
        products:
          type: S3
          credentials: {}
          config:
            x-amz-server-side-encryption: aws:kms
            x-amz-server-side-encryption-aws-kms-key-id: orders
      """
  )

  static let deprecatedType = Explanation(
    "a type of link that goes out of use",
    what: "The link is of a type for which the server's makers advise another way.",
    why: "A later version of the server may no longer have it.",
    advice: "Plan the move; until then, waive the finding with a reason and a date.",
    before: """
      database: Orderdb
      links:
        shop:
          type: MYSQL
          config: { database.hostname: shop.example.com }
          credentials:
            database.user: orders
            database.password: { env: ORDERS_SHOP_PASSWORD }
      """,
    after: """
      database: Orderdb
      links:
        shop:
          type: MYSQL
          config: { database.hostname: shop.example.com }
          credentials:
            database.user: orders
            database.password: { env: ORDERS_SHOP_PASSWORD }
          allow: [{ rule: deprecated-type, reason: moves, until: 2099-06-30 }]
      """
  )

  static let deprecatedKey = Explanation(
    "a key that goes out of use",
    what: "A key below 'config' or 'credentials' still exists but has a successor.",
    why: "It has no effect any more, or will have none in a later version.",
    advice: "Use the key that the message names.",
    before: """
      database: Orderdb
      links:
        events:
          type: KAFKA
          credentials: {}
          config: { socket.blocking.max.ms: 1000 }
      """,
    after: """
      database: Orderdb
      links:
        events:
          type: KAFKA
          credentials: {}
          config: { socket.timeout.ms: 1000 }
      """
  )
}
