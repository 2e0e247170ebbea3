// What is YAML, or nearly, but not the YAML of manifests.
extension Explanation {
  static let tabIndentation = Explanation(
    "a tab is used for indentation",
    what: "A line is indented by a tab, alone or among spaces.",
    why: "YAML forbids it: how deep a tab indents depends on who looks.",
    advice: "Replace tabs by spaces, two for each level.",
    before: "database: Orderdb\nlinks:\n\tproducts: { type: S3, credentials: {} }",
    after: "database: Orderdb\nlinks:\n  products: { type: S3, credentials: {} }"
  )

  static let yamlSyntax = Explanation(
    "the file is not YAML",
    what: "The file cannot be read as YAML from the place that is named.",
    why: "Nothing behind that place can be trusted to mean what it looks like.",
    advice: """
      Look at the place and the line above it: a missing quote or bracket, a missing space behind
      a colon, a line indented differently from its neighbours.
      """,
    before: """
      database: Orderdb
      links:
        products: { type: S3, credentials: {}
      """,
    after: """
      database: Orderdb
      links:
        products: { type: S3, credentials: {} }
      """
  )

  static let yamlDirective = Explanation(
    "a %YAML or %TAG directive",
    what: "The file begins with a directive that changes how YAML is read.",
    why: "A manifest reads the same wherever it stands; a directive makes it a dialect.",
    advice: "Delete the line that begins with '%', and the '---' behind it.",
    before: """
      %TAG ! tag:example.com,2000:
      ---
      database: Orderdb
      links:
        products: { type: S3, credentials: {} }
      """,
    after: """
      database: Orderdb
      links:
        products: { type: S3, credentials: {} }
      """
  )

  static let yamlAnchor = Explanation(
    "an anchor or an alias",
    what: "The file uses '&name' or '*name', by which YAML repeats a piece of a file.",
    why: """
      A few lines of aliases can unfold into gigabytes, and a reviewer has to unfold them in the
      mind. Text that begins with '*' or '&' is an alias by accident.
      """,
    advice: """
      Put what links share under 'defaults', and what environments share into 'values'. Put text
      that begins with '*' or '&' in quotes.
      """,
    before: """
      database: Orderdb
      links:
        products: { type: S3, credentials: {}, config: &all { region: r1 } }
        invoices: { type: S3, credentials: {}, config: *all }
      """,
    after: """
      database: Orderdb
      defaults:
        config: { region: r1 }
      links:
        products: { type: S3, credentials: {} }
        invoices: { type: S3, credentials: {} }
      """
  )

  static let yamlTag = Explanation(
    "a tag of YAML",
    what: "A value begins with '!', by which YAML names the type of what follows.",
    why: "In other readers a tag runs code. Here, a value is what it is written as.",
    advice: "Delete the tag. Quotes make a number or 'true' a text.",
    before: """
      database: Orderdb
      links:
        products: { type: !!str S3, credentials: {} }
      """,
    after: """
      database: Orderdb
      links:
        products: { type: S3, credentials: {} }
      """
  )

  static let mergeKey = Explanation(
    "a merge key '<<'",
    what: "A map has the key '<<', by which some YAML readers merge another map into it.",
    why: "Readers disagree on it, and the newer YAML has dropped it.",
    advice: "Put what links share under 'defaults'; it is merged deeply.",
    before: """
      database: Orderdb
      links:
        products: { type: S3, credentials: {}, config: { <<: { region: r1 } } }
      """,
    after: """
      database: Orderdb
      links:
        products: { type: S3, credentials: {}, config: { region: r1 } }
      """
  )

  static let duplicateKey = Explanation(
    "a key stands twice in one map",
    what: "One map has the same key twice, maybe written with other quotes or escapes.",
    why: "Most readers keep the last one without a word. The first may be the one that was meant.",
    advice: "Delete one of them; both places are named.",
    before: """
      database: Orderdb
      links:
        products: { type: S3, credentials: {}, config: { region: a, region: b } }
      """,
    after: """
      database: Orderdb
      links:
        products: { type: S3, credentials: {}, config: { region: b } }
      """
  )

  static let tooDeep = Explanation(
    "nested deeper than 64 levels",
    what: "Maps and lists in a file stand more than 64 deep in one another.",
    why: "No link needs it, and readers slow down or break on it.",
    advice: "Look for brackets that are never closed, or for a file that is no manifest.",
    before: "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    after: """
      database: Orderdb
      links:
        products: { type: S3, credentials: {} }
      """
  )

  static let severalDocuments = Explanation(
    "several documents in one file",
    what: "A line '---' or '...' ends the first document, and more follows behind it.",
    why: "A reader that stops at the first document would take the rest for undeclared links.",
    advice: "Put each document into a file of its own, or all links under one 'links'.",
    before: """
      database: Orderdb
      links:
        products: { type: S3, credentials: {} }
      ---
      links:
        invoices: { type: S3, credentials: {} }
      """,
    after: """
      database: Orderdb
      links:
        products: { type: S3, credentials: {} }
        invoices: { type: S3, credentials: {} }
      """
  )

  static let emptyDocument = Explanation(
    "a file without content",
    what: "The file is empty, or holds nothing but comments.",
    why: "An empty manifest is more often an accident of a tool or a merge than a wish.",
    advice: "Delete the file, or let its name begin with '_' to have it skipped.",
    before: "# links of the billing team",
    after: """
      # links of the billing team
      database: billing
      links:
        invoices: { type: S3, credentials: {} }
      """
  )
}
