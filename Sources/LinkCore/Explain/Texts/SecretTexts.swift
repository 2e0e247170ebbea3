// Secrets where they must not be.
extension Explanation {
  static let secretInConfig = Explanation(
    "a secret in CONFIG",
    what: """
      A key or a value below 'config' is taken for a secret: by the name of the key, by the shape of
      the value, or inside a text that is itself JSON.
      """,
    why: """
      The server shows CONFIG to everybody who may list links, and the manifest shows it to
      everybody who may read the repository. CREDENTIALS are shown to nobody.
      """,
    advice: """
      Move the key into 'credentials' and refer to the secret there; then change the secret, for
      it has been read. Where the server takes the key nowhere else, waive the finding with a
      reason.
      """,
    before: """
      database: Orderdb
      links:
        products:
          type: S3
          credentials: {}
          config: { aws_secret_access_key: not-a-real-secret }
      """,
    after: """
      database: Orderdb
      links:
        products:
          type: S3
          credentials:
            aws_access_key_id: { env: ORDERS_AWS_ACCESS_KEY_ID }
            aws_secret_access_key: { env: ORDERS_AWS_SECRET_ACCESS_KEY }
      """
  )

  static let secretInName = Explanation(
    "a secret in a name",
    what: "The name of a link or database has the shape of a key, a token or a password.",
    why: "Names stand in every log, plan and error message.",
    advice: "Rename the link, and change the secret.",
    before: """
      database: Orderdb
      links:
        "s3 password=not-a-real-one": { type: S3, credentials: {} }
      """,
    after: """
      database: Orderdb
      links:
        s3: { type: S3, credentials: {} }
      """
  )

  static let secretInDescription = Explanation(
    "a secret in a description",
    what: "A description holds text of the shape of a key, a token or a password.",
    why: "Everybody who may list links reads descriptions, and so does every plan.",
    advice: "Take it out, and change the secret.",
    before: """
      database: Orderdb
      links:
        products: { type: S3, credentials: {}, description: "pwd: not-real" }
      """,
    after: """
      database: Orderdb
      links:
        products: { type: S3, credentials: {}, description: Products of December }
      """
  )

  static let literalSecret = Explanation(
    "a literal where a secret is due",
    what: "A key of 'credentials' that holds a secret has its value written into the manifest.",
    why: "What is in the repository is in every clone and every backup of it, for ever.",
    advice: """
      Refer to an environment variable or a file, and change the secret. For text around the
      secret there are prefix and suffix.
      """,
    before: """
      database: Orderdb
      links:
        quotes:
          type: HTTP
          credentials:
            headers: { Authorization: Bearer not-a-real-token }
      """,
    after: """
      database: Orderdb
      links:
        quotes:
          type: HTTP
          credentials:
            headers: { Authorization: { prefix: "Bearer ", env: QUOTES_TOKEN } }
      """
  )

  static let referenceNotAllowed = Explanation(
    "a reference that the project does not allow",
    what: """
      A link refers to a variable that 'secrets.allow' of linkctl.yaml does not list, or to a file
      outside the project and of every folder in 'secrets.roots'.
      """,
    why: """
      Whoever may change a manifest could otherwise send any secret of the deploying account to a
      server of their own choice.
      """,
    advice: "Name the variable as the project has it, or let its owners widen 'secrets'.",
    before: """
      # linkctl.yaml has secrets: { allow: ["ORDERS_*"] }
      database: Orderdb
      links:
        products:
          type: GCS
          credentials: { access_id: orders, secret_key: { env: DEPLOY_TOKEN } }
      """,
    after: """
      # linkctl.yaml has secrets: { allow: ["ORDERS_*"] }
      database: Orderdb
      links:
        products:
          type: GCS
          credentials: { access_id: orders, secret_key: { env: ORDERS_GCS_KEY } }
      """
  )

  static let headerLiteral = Explanation(
    "an HTTP header with a literal value",
    what: "A header of an HTTP link is written out, and is by its name no credential.",
    why: "linkctl sends all headers as secrets and cannot show or compare what it was.",
    advice: "Waive it with a reason where the value is public, or refer to a variable.",
    before: """
      database: Orderdb
      links:
        quotes:
          type: HTTP
          credentials: { headers: { Accept-Language: en } }
      """,
    after: """
      database: Orderdb
      links:
        quotes:
          type: HTTP
          credentials: { headers: { Accept-Language: en } }
          allow: [{ rule: header-literal, reason: the language is no secret }]
      """
  )

  static let suspiciousConfig = Explanation(
    "a setting in CONFIG that may be a secret",
    what: """
      A value below 'config' is long and random as keys are, or its key names a user or a file that
      helps whoever wants to break in.
      """,
    why: "CONFIG is public. Chance alone rarely makes text so random.",
    advice: "Move it into 'credentials' if it is a secret; else waive it with a reason.",
    before: """
      database: Orderdb
      links:
        events:
          type: KAFKA
          credentials: {}
          config: { group.id: zX9fQ2mLr8Vt4KpWc7Yd1BnH }
      """,
    after: """
      database: Orderdb
      links:
        events:
          type: KAFKA
          credentials: {}
          config: { group.id: zX9fQ2mLr8Vt4KpWc7Yd1BnH }
          allow:
            - rule: suspicious-config
              key: config."group.id"
              reason: an id that the brokers made, and no secret
      """
  )

  static let secretInComment = Explanation(
    "a secret in a comment",
    what: "A comment of a manifest holds text of the shape of a key or a token.",
    why: "A comment is published like the rest of the file.",
    advice: "Delete it, and change the secret.",
    before: "# old key: AKIA................",
    after: "# the old key was revoked in March"
  )
}
