// What deserves a second look.
extension Explanation {
  static let lookAlike = Explanation(
    "names that look alike",
    what: """
      Two links, databases or keys are different text that a person cannot tell apart: letters of
      another alphabet that are drawn alike, or accents that are composed in another way.
      """,
    why: "Sooner or later somebody changes the wrong one. That is how look-alikes are used, too.",
    advice: "Retype the name in plain letters, or rename one of the two.",
    before: """
      database: Orderdb
      links:
        products: { type: S3, credentials: {} }
        "pr\\u043Educts": { type: S3, credentials: {} }
      """,
    after: """
      database: Orderdb
      links:
        products: { type: S3, credentials: {} }
        products_archive: { type: S3, credentials: {} }
      """
  )

  static let numberLookAlike = Explanation(
    "text that looks like a number, or the reverse",
    what: """
      A value without quotes is text here but a number to other readers (0o17, 1_000, 12:30), or
      is a number whose last zero may have been meant (1.10).
      """,
    why: "What is sent is then not what a reader of the file expects.",
    advice: "Put it in quotes if it is text, or write the number plainly.",
    before: """
      database: Orderdb
      links:
        events:
          type: KAFKA
          credentials: {}
          config: { kafka_version: 2.10 }
      """,
    after: """
      database: Orderdb
      links:
        events:
          type: KAFKA
          credentials: {}
          config: { kafka_version: "2.10" }
      """
  )

  static let plainHTTP = Explanation(
    "credentials over plain http",
    what: "A link with credentials has an address that begins with http://.",
    why: "Everybody on the way can read what is sent, and answer in the store's place.",
    advice: "Use https://. For a store on the same machine, waive it with a reason.",
    before: """
      database: Orderdb
      links:
        products:
          type: S3
          config: { endpoint_url: "http://store.example.com" }
          credentials:
            aws_access_key_id: { env: ORDERS_AWS_ACCESS_KEY_ID }
            aws_secret_access_key: { env: ORDERS_AWS_SECRET_ACCESS_KEY }
      """,
    after: """
      database: Orderdb
      links:
        products:
          type: S3
          config: { endpoint_url: "https://store.example.com" }
          credentials:
            aws_access_key_id: { env: ORDERS_AWS_ACCESS_KEY_ID }
            aws_secret_access_key: { env: ORDERS_AWS_SECRET_ACCESS_KEY }
      """
  )

  static let plaintextKafka = Explanation(
    "Kafka credentials over an unencrypted connection",
    what: "A Kafka link has a password, and a security.protocol that does not encrypt.",
    why: "With PLAIN the password itself crosses the network, with SCRAM enough to guess it.",
    advice: "Use sasl_ssl, with ssl.ca.location where the brokers have an authority of their own.",
    before: """
      database: Orderdb
      links:
        events:
          type: KAFKA
          config: { security.protocol: sasl_plaintext, sasl.mechanism: PLAIN }
          credentials:
            sasl.username: orders
            sasl.password: { env: ORDERS_KAFKA_PASSWORD }
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

  static let unusedWaiver = Explanation(
    "a waiver that waives nothing",
    what: "An item of 'allow' names a rule or key of which the link has no finding.",
    why: "It would silently let through the next such finding, for a reason that is long gone.",
    advice: "Delete it.",
    before: """
      database: Orderdb
      links:
        products:
          type: S3
          credentials: {}
          allow: [{ rule: plain-http, reason: the store is on this machine }]
      """,
    after: """
      database: Orderdb
      links:
        products: { type: S3, credentials: {} }
      """
  )

  static let expiredWaiver = Explanation(
    "a waiver whose date is over",
    what: "An item of 'allow' has an 'until' that lies in the past; it counts no more.",
    why: "The date was written down so that somebody looks again.",
    advice: "Mend what was waived, or decide again and move the date.",
    before: """
      database: Orderdb
      links:
        products:
          type: S3
          credentials: {}
          allow: [{ rule: plain-http, reason: a test, until: 2020-04-30 }]
      """,
    after: """
      database: Orderdb
      links:
        products: { type: S3, credentials: {} }
      """
  )

  static let noLinks = Explanation(
    "no links are declared",
    what: "A manifest has no 'links' or an empty one, or the manifest folder has no manifest.",
    why: "Nothing would be planned, which looks like everything being in order.",
    advice: "Declare a link, or delete the file. 'linkctl init' writes a first one.",
    before: "database: Orderdb\nlinks: {}",
    after: """
      database: Orderdb
      links:
        products: { type: S3, credentials: {} }
      """
  )

  static let noMatch = Explanation(
    "a selection that selects nothing",
    what: "A name or pattern on the command line matches no declared link of the environment.",
    why: "A misspelt --exclude excludes nothing, and a misspelt --only plans nothing.",
    advice: "Compare it with the addresses that 'linkctl plan' shows: database.name.",
    before: "linkctl plan --only 'oderdb.*'",
    after: "linkctl plan --only 'Orderdb.*'"
  )
}
