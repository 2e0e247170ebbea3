/// Projects that cannot be read, and commands that do their work or cannot.
extension ExitCodeTests {
  static let input = [
    Case(
      id: "C012",
      files: ["links.d/notes.txt": "x"],
      arguments: ["plan"],
      exit: 65,
      messages: "no *.yaml or *.yml files in links.d"
    ),
    Case(id: "no project", files: [:], arguments: ["plan"], exit: 65, messages: "no linkctl.yaml"),
    Case(
      id: "no such folder",
      arguments: ["plan", "--project", "nowhere"],
      exit: 65,
      messages: "no folder nowhere"
    ),
    Case(
      id: "manifest folder is missing",
      files: ["linkctl.yaml": "owner: me\n"],
      arguments: ["plan"],
      exit: 65,
      messages: "links.d"
    ),
    Case(
      id: "bad project file",
      files: ["links.d/a.yaml": manifest, "linkctl.yaml": "ownr: me\n"],
      arguments: ["plan"],
      exit: 65,
      messages: "linkctl.yaml:1:1: error: unknown key 'ownr'"
    ),
    Case(
      id: "an error of form outweighs a broken rule",
      files: [
        "links.d/a.yaml":
          "database: d\nlinks:\n  a: { type: S3, typ: 1, config: { password: x } }\n"
      ],
      arguments: ["plan"],
      exit: 65,
      messages: "unknown key 'typ'"
    ),
    Case(
      id: "literal where a secret is due",
      files: [
        "links.d/a.yaml": """
        database: d
        links: { a: { type: S3, credentials: { aws_secret_access_key: wJalrXUtnFEMIK7MDENG } } }
        """
      ],
      arguments: ["plan"],
      exit: 3,
      messages: "[literal-secret]",
      neverShown: ["wJalr"]
    ),
    Case(
      id: "no such snapshot",
      arguments: ["plan", "--snapshot", "none.json"],
      exit: 65,
      messages: "none.json"
    ),
    Case(
      id: "the snapshot is a folder",
      arguments: ["plan", "--snapshot", "links.d"],
      exit: 65,
      messages: "links.d"
    ),
  ]

  static let work = [
    Case(id: "help", arguments: ["--help"], exit: 0, output: "SUBCOMMANDS"),
    Case(id: "help", arguments: ["plan", "--help"], exit: 0, output: "EXAMPLES"),
    Case(id: "help", arguments: ["apply", "--help"], exit: 0, output: "EXAMPLES"),
    Case(id: "help", arguments: ["snapshot", "--help"], exit: 0, output: "EXAMPLES"),
    Case(id: "version", arguments: ["--version"], exit: 0, output: "0."),
    Case(
      id: "plan",
      arguments: ["plan"],
      exit: 0,
      output: "Needs at apply: ID, KEY (not set here: ID, KEY)",
      messages: "using the embedded sandbox:.linkctl/sandbox.db"
    ),
    Case(id: "quiet", arguments: ["plan", "--quiet"], exit: 0, output: "1 to create"),
    Case(
      id: "detailed",
      arguments: ["plan", "--quiet", "--detailed-exitcode"],
      exit: 2,
      output: "1 to create"
    ),
    Case(
      id: "unset",
      arguments: ["apply", "--auto-approve", "--quiet"],
      exit: 6,
      output: "1 to create",
      messages: "linkctl: secrets cannot be used; nothing was done"
    ),
    Case(
      id: "one unset, one empty",
      environment: ["KEY": ""],
      arguments: ["apply", "--auto-approve", "--quiet"],
      exit: 6,
      output: "1 to create",
      messages:
        "links.d/a.yaml:6:75: error: environment variable KEY is empty (needed by prod.lake)"
    ),
    Case(
      id: "a placeholder",
      environment: ["ID": "${ID}", "KEY": "changeme"],
      arguments: ["apply", "--auto-approve", "--quiet"],
      exit: 6,
      output: "1 to create",
      messages: "KEY looks like a placeholder"
    ),
    Case(
      id: "C013",
      environment: secrets,
      arguments: ["apply", "--quiet"],
      exit: 3,
      output: "1 to create",
      messages: "give --auto-approve. Nothing was done"
    ),
    Case(
      id: "C013",
      environment: secrets,
      arguments: ["apply", "--quiet", "--no-input"],
      exit: 3,
      output: "1 to create",
      messages: "--auto-approve"
    ),
    Case(
      id: "apply",
      environment: secrets,
      arguments: ["apply", "--quiet", "--auto-approve"],
      exit: 0,
      output: "Apply: 1 applied, 0 already, 0 failed, 0 unknown, 0 not attempted.\n"
    ),
    Case(
      id: "the sandbox's folder cannot be made",
      environment: secrets,
      arguments: ["apply", "--auto-approve", "--target", "sandbox:links.d/a.yaml/x.db"],
      exit: 1,
      output: "1 to create",
      messages: "links.d/a.yaml"
    ),
    Case(
      id: "the sandbox is none",
      arguments: ["plan", "--target", "sandbox:links.d/a.yaml"],
      exit: 1,
      messages: "it is not a sandbox"
    ),
    Case(id: "snapshot", arguments: ["snapshot", "--quiet"], exit: 0, output: "linkctl.snapshot"),
    Case(id: "validate", arguments: ["validate"], exit: 0, output: "0 errors, 0 warnings"),
    Case(id: "secrets", arguments: ["secrets"], exit: 6, output: "2 not set"),
    Case(
      id: "secrets",
      environment: secrets,
      arguments: ["secrets"],
      exit: 0,
      output: "2 set"
    ),
  ]
}
