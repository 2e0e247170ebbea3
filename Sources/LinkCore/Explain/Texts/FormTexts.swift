// What is YAML, but no manifest or project file.
extension Explanation {
  static let wrongKind = Explanation(
    "another kind of value is expected",
    what: "A place asks for a map, a list, text or true/false, and something else stands there.",
    why: "Guessing would turn 'no' into false, a number into text or a text into a map.",
    advice: """
      Write what the message asks for. Text that looks like a number or like true goes into
      quotes; 'config' and 'credentials' are YAML maps and not JSON in quotes.
      """,
    before: """
      database: Orderdb
      links:
        products: { type: S3, credentials: {}, config: '{"region": "us-east-1"}' }
      """,
    after: """
      database: Orderdb
      links:
        products: { type: S3, credentials: {}, config: { region: us-east-1 } }
      """
  )

  static let badValue = Explanation(
    "a value that cannot stand there",
    what: "A value is of the right kind but is none of those that its place takes.",
    why: "A misspelt word would otherwise silently mean the default.",
    advice: "The message lists what may stand there.",
    before: """
      database: Orderdb
      links:
        products: { type: S3, credentials: {}, update: nevr }
      """,
    after: """
      database: Orderdb
      links:
        products: { type: S3, credentials: {}, update: never }
      """
  )

  static let missingField = Explanation(
    "something required is missing",
    what: "A link has no type or no database, or a piece of it lacks a key it cannot be without.",
    why: "There is no default for it that would be right more often than wrong.",
    advice: """
      Write it in the link, under 'defaults', or for the database at the top of the file. Only a
      link with 'state: absent' needs no type.
      """,
    before: """
      links:
        products: { type: S3, credentials: {} }
      """,
    after: """
      database: Orderdb
      links:
        products: { type: S3, credentials: {} }
      """
  )

  static let badName = Explanation(
    "a name that servers or readers may refuse",
    what: """
      A link, database or environment has a name that is empty, longer than 64 characters, begins
      or ends with a space, or holds control or invisible characters.
      """,
    why: "Two names that look the same would be two links, and older servers cut or refuse others.",
    advice: "Use letters, digits and '_'.",
    before: """
      database: Orderdb
      links:
        'products ': { type: S3, credentials: {} }
      """,
    after: """
      database: Orderdb
      links:
        products: { type: S3, credentials: {} }
      """
  )

  static let badReference = Explanation(
    "a reference that cannot be one",
    what: """
      A reference is a map with exactly one of env, file and value, and maybe prefix and suffix.
      This one has several or none of them, names no valid variable, a value that the environment
      does not have, or linkctl's own password, or stands where everybody can read it.
      """,
    why: """
      Only CREDENTIALS are kept from readers of the catalog, so that env and file are refused
      anywhere else.
      """,
    advice: """
      In credentials use { env: NAME } or { file: PATH }; elsewhere { value: NAME }, with NAME under
      'values' of the environment in linkctl.yaml.
      """,
    before: """
      database: Orderdb
      links:
        products: { type: S3, credentials: {}, config: { region: { env: R } } }
      """,
    after: """
      database: Orderdb
      links:
        products: { type: S3, credentials: {}, config: { region: us-east-1 } }
      """
  )

  static let unknownType = Explanation(
    "a type of link that does not exist",
    what: "'type' is none of S3, AZURE, GCS, HDFS, HTTP, KAFKA, MONGODB and MYSQL.",
    why:
      "No statement can be made of it. Foreign letters that look like Latin ones count as others.",
    advice: "Take the type that the message suggests; the case of its letters does not matter.",
    before: """
      database: Orderdb
      links:
        events: { type: KAFKKA, credentials: {} }
      """,
    after: """
      database: Orderdb
      links:
        events: { type: KAFKA, credentials: {} }
      """
  )

  static let unknownEnvironment = Explanation(
    "an environment that linkctl.yaml does not declare",
    what: "'only' or 'environments' of a link names an environment that the project does not have.",
    why: "The link would be missing, or its overrides unused, without anybody noticing.",
    advice: "Correct the name, or declare the environment in linkctl.yaml.",
    before: """
      database: Orderdb
      links:
        products: { type: S3, credentials: {}, only: [produktion] }
      """,
    after: """
      database: Orderdb
      links:
        products: { type: S3, credentials: {}, only: [prod] }
      """
  )

  static let duplicateLink = Explanation(
    "a link is declared twice",
    what: "Two declarations have the same database and name, most often in two files.",
    why: "Which of them counts would depend on the order of files.",
    advice: "Delete or rename one; both places are named.",
    before: """
      # links.d/a.yaml
      database: Orderdb
      links:
        products: { type: S3, credentials: {} }
      # links.d/b.yaml
      database: Orderdb
      links:
        products: { type: GCS, credentials: {} }
      """,
    after: """
      # links.d/a.yaml
      database: Orderdb
      links:
        products: { type: S3, credentials: {} }
      # links.d/b.yaml
      database: Orderdb
      links:
        goods: { type: GCS, credentials: {} }
      """
  )
}
