import LinkCore
import LinkYAML
import Testing

/// What files look like before and after.
@Suite struct FormatExamplesTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let before: String
    let after: String
    var shape = DocumentShape.manifest
  }

  @Test(arguments: [order, comments, feet, blocks, blanks, brackets, project, markers])
  func areFormatted(example: Example) {
    #expect(formatted(example.before, as: example.shape) == example.after)
    #expect(formatted(example.after, as: example.shape) == example.after)
    #expect(expectLaws(Array(example.before.utf8), as: example.shape))
  }

  @Test(arguments: ["{}", "[]"]) func keepAnEmptyCollectionBehindALongKey(empty: String) {
    let key = String(repeating: "k", count: 120)
    let text = "\(key): \(empty)\nlist:\n  - \(key):\n      \(key): \(empty)\n"
    #expect(formatted(text) == text)
    #expect(expectLaws(Array(text.utf8), as: .manifest))
  }

  @Test func leaveCarriageReturnsAndTheByteOrderMarkOut() {
    #expect(
      formatted("\u{FEFF}# c\r\na: |\r\n  x\r\n  y\r\nb: 1 # d\r\n")
        == "# c\na: |\n  x\n  y\nb: 1  # d\n"
    )
  }
}

extension FormatExamplesTests {
  private static let order = Example(
    testDescription: "own keys in order, the author's as they are",
    before: """
      links:
        b:
          environments:
            prod: { protect: true, config: { z: 1, a: 2 }, database: x }
          allow:
            - until: "2026-12-31"
              reason: r
              key: k
              rule: drop
          zzz: unknown
          credentials: { key: { suffix: s, env: K, prefix: p } }
          config: { z: 1, a: { value: region, prefix: x } }
          type: S3
        a: { state: absent, type: S3 }
      defaults: { update: never, type: S3 }
      database: d
      """,
    after: """
      database: d
      defaults: { type: S3, update: never }
      links:
        b:
          type: S3
          config: { z: 1, a: { prefix: x, value: region } }
          credentials: { key: { prefix: p, env: K, suffix: s } }
          environments:
            prod: { database: x, config: { z: 1, a: 2 }, protect: true }
          allow:
            - rule: drop
              key: k
              reason: r
              until: "2026-12-31"
          zzz: unknown
        a: { type: S3, state: absent }

      """
  )

  private static let comments = Example(
    testDescription: "comments move with what they are about",
    before: """
      # The file's header.
      links: # all of them
         # about the link
         a: # right behind
            # for the whole link

            # about config
            config:
                   x: 1     # trailing
                   # about z
                   z: [1, 2] # two
            # about type
            type: S3
            description: # between
              text # behind
            allow:
            - # about the item
              reason: r
              # about rule
              rule: drop
      # about the database
      database: d
      """,
    after: """
      # The file's header.

      # about the database
      database: d
      links:  # all of them
        # about the link
        a:  # right behind
          # for the whole link

          # about type
          type: S3
          # between
          description: text  # behind
          # about config
          config:
            x: 1  # trailing
            # about z
            z: [1, 2]  # two
          allow:
            # about the item
            # about rule
            - rule: drop
              reason: r

      """
  )

  private static let feet = Example(
    testDescription: "comments behind a block belong to it by their column",
    before: """
      links:
        a:
          config:
            x: 1
            # foot of config
          # foot of a
        # about b
        b:
          only:
          - dev
          # about type, not the list
          type: S3
        # foot of links
      # foot of the file
      """,
    after: """
      links:
        a:
          config:
            x: 1
            # foot of config
          # foot of a
        # about b
        b:
          # about type, not the list
          type: S3
          only:
            - dev
        # foot of links
      # foot of the file

      """
  )

  private static let blocks = Example(
    testDescription: "texts in lines keep every line",
    before: """
      a: |
           one
             two

           # no comment


      b: >-   # folded
       one
       two
      c:
      - |2
          led
         by spaces
      - |+
        kept

      -
        >
        x
      d: |-

      """,
    after: """
      a: |
        one
          two

        # no comment

      b: >-  # folded
        one
        two
      c:
        - |2
            led
           by spaces
        - |+
          kept

        - >
          x
      d: ""

      """
  )

  private static let blanks = Example(
    testDescription: "empty lines: one at most, none at a start",
    before: "\n\n# c\n\n\n\na:\n\n\n  b: 1\n\n\n\n  # d\n\n  c: 2\n\n\ne:\n\n- 1\n\n- 2\n\n\n",
    after: "# c\n\na:\n  b: 1\n\n  # d\n\n  c: 2\n\ne:\n  - 1\n\n  - 2\n"
  )

  private static let brackets = Example(
    testDescription: "brackets stay where they fit and hold no comment",
    before: """
      a: {b: 1, # one
          c: [x,
              z]}
      long: { first: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, second: bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb, x: 1 } # t
      list:
        - { first: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, second: bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb, x: 1 } # u
        - [ # head
            {z: 1}, # v
            # foot
          ]
      block:
        stays: block
      """,
    after: """
      a:
        b: 1  # one
        c: [x, z]
      long:  # t
        first: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        second: bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
        x: 1
      list:
        # u
        - first: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
          second: bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
          x: 1
        # head
        - - { z: 1 }  # v
          # foot
      block:
        stays: block

      """
  )

  private static let project = Example(
    testDescription: "a project file",
    before: """
      rules: {deprecated-type: off}
      secrets: {roots: [/run/secrets], allow: ["ORDERS_*"]}
      environments:
        prod:
          values: {region: us-west-2}
          target: sandbox:.linkctl/prod.db
      owner: data-platform
      """,
    after: """
      owner: data-platform
      environments:
        prod:
          target: sandbox:.linkctl/prod.db
          values: { region: us-west-2 }
      secrets: { allow: [ORDERS_*], roots: [/run/secrets] }
      rules: { deprecated-type: "off" }

      """,
    shape: .project
  )

  private static let markers = Example(
    testDescription: "markers of documents go, comments on them stay",
    before: "%YAML 1.2\n# a\n--- # b\n{x: 1, w: {z: 2}} # c\n... # d\n# e\n",
    after: "# a\n# b\n# c\nx: 1\nw: { z: 2 }\n# d\n# e\n"
  )
}
