// What is wrong with a file before a word of it is understood.
extension Explanation {
  static let notAFile = Explanation(
    "named like a manifest, but no regular file",
    what: """
      Something in the manifest folder ends in .yaml or .yml and is a folder, a pipe, a device, a
      symbolic link to a folder or one that leads out of the manifest folder.
      """,
    why: """
      Reading a pipe waits for ever and reading a device never ends. A link that leads out lets a
      change outside the review change what is planned.
      """,
    advice: """
      Put the manifest itself there. To keep something in the folder that is no manifest, let its
      name begin with '_' or '.': such names are skipped.
      """,
    before: "links.d/orders.yaml -> /home/me/orders.yaml",
    after: "links.d/orders.yaml"
  )

  static let unreadable = Explanation(
    "a file or folder cannot be read",
    what: "The system refused to open or read a file or folder: it is missing, or not allowed.",
    why: """
      A manifest that is not read looks like links nobody declares. Nothing is planned on half of
      what was written down.
      """,
    advice: """
      The message says what the system answered. Make the file readable for the account that runs
      linkctl, or correct 'manifests' in linkctl.yaml.
      """,
    before: "manifests: link.d",
    after: "manifests: links.d"
  )

  static let tooLarge = Explanation(
    "a file is larger than linkctl reads",
    what: "A manifest or project file is larger than 1 MiB.",
    why: "No file that people review is so large; one that is was generated, or is something else.",
    advice: "Split it by database or team: every *.yaml below the manifest folder counts.",
    before: "links.d/everything.yaml   3.4 MiB",
    after: "links.d/billing.yaml\nlinks.d/orders.yaml"
  )

  static let encoding = Explanation(
    "a file is not UTF-8",
    what: "The bytes of a file are no UTF-8 text: another encoding, or a damaged file.",
    why: """
      Other encodings read differently in an editor, in a review and on the server. Only one of
      them can be what the author meant.
      """,
    advice: "Save it as UTF-8. 'iconv -f UTF-16 -t UTF-8' converts; the message names the byte.",
    before: "file links.d/s3.yaml: Little-endian UTF-16 Unicode text",
    after: "file links.d/s3.yaml: UTF-8 Unicode text"
  )

  static let byteOrderMark = Explanation(
    "a file begins with a byte-order mark",
    what: "The first character is U+FEFF, which some editors put before UTF-8 text.",
    why: "linkctl skips it. Other tools take it for a part of the first key.",
    advice: "Save the file as UTF-8 without a byte-order mark (BOM).",
    before: "EF BB BF 6C 69 6E 6B 73 3A",
    after: "6C 69 6E 6B 73 3A"
  )

  static let controlCharacter = Explanation(
    "a control or invisible character",
    what: """
      A text holds a character that a terminal or an editor acts on instead of showing it: NUL,
      ESC and other controls, line separators, marks that turn the direction of writing.
      """,
    why: """
      What a reviewer sees is then not what is sent. Such characters can repaint a terminal or
      make one text look like another.
      """,
    advice: "Delete it; the message names the place and the character. Retyping the word helps.",
    before: #"""
      database: Orderdb
      links:
        products: { type: S3, credentials: {}, description: "\e[31mproducts" }
      """#,
    after: """
      database: Orderdb
      links:
        products: { type: S3, credentials: {}, description: products }
      """
  )

  static let jsonSyntax = Explanation(
    "a JSON text cannot be read",
    what: """
      A snapshot, or a CONFIG in the catalog, is not JSON, holds a key twice, or is nested deeper
      than 64 levels.
      """,
    why: """
      Lenient readers take trailing commas and keep the last of two keys. Two tools then read two
      different links out of one text.
      """,
    advice: "Take the snapshot again with 'linkctl snapshot'. It is written, never edited.",
    before: #"{ "region": "us-east-1", "region": "us-west-2", }"#,
    after: #"{ "region": "us-west-2" }"#
  )

  static let newerFormat = Explanation(
    "a file was written by a newer linkctl",
    what: "The format_version of a snapshot or plan is one that this version does not know.",
    why: "A newer format may say things that this version would leave out without a word.",
    advice: "Use the same linkctl everywhere, or write the file again with this one.",
    before: #"{ "format_version": "2.0", "kind": "linkctl.snapshot" }"#,
    after: #"{ "format_version": "1.0", "kind": "linkctl.snapshot" }"#
  )

  static let alteredFile = Explanation(
    "a saved plan is not as it was written",
    what: "A saved plan carries a digest of all the rest of the file, and the two do not match.",
    why: """
      A plan that was cut, merged or edited is not the plan that was reviewed. The digest shows
      accidents and careless edits; it does not prove who wrote the file.
      """,
    advice: "Plan again with 'linkctl plan --out FILE'. A plan is written, never edited.",
    before: "sed -i s/us-east-1/us-west-2/ release.plan && linkctl show release.plan",
    after: "linkctl plan --out release.plan && linkctl show release.plan"
  )
}
