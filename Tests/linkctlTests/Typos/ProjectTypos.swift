extension Typo {
  /// Slips in the project file.
  static let projectTypos: [Typo] = [
    Typo(
      "enviroments",
      .project("enviroments: {}"),
      .init("1:1", "unknown-key", "did you mean 'environments'?")
    ),
    Typo(
      "a target misspelt",
      .project("environments: { dev: { taget: sandbox:dev.db } }"),
      .init("1:24", "unknown-key", "did you mean 'target'?")
    ),
    Typo(
      "an unknown target",
      .project("environments: { dev: { target: mysql://me@host/db } }"),
      .init(
        "1:32",
        "bad-value",
        "target: expected sandbox:PATH or"
          + " singlestore://USER@HOST:PORT"
      )
    ),
    Typo(
      "a password in the target",
      .project("environments: { dev: { target: 'singlestore://me:hunter2hunter2@host:3306' } }"),
      .init("1:32", "bad-value", "set 'password: { env: NAME }' instead")
    ),
    Typo(
      "a password written down",
      .project(
        "environments: { dev: { target: 'singlestore://me@host:3306', password:"
          + " hunter2hunter2 } }"
      ),
      .init(
        "1:72",
        "bad-reference",
        "password: only by reference, { env: NAME } or"
          + " { file: PATH }"
      )
    ),
    Typo(
      "a rule misspelt",
      .project("rules: { secret-in-confg: warning }"),
      .init("1:10", "bad-value", "did you mean 'secret-in-config'?")
    ),
    Typo(
      "a severity misspelt",
      .project("rules: { plain-http: eror }"),
      .init("1:22", "bad-value", "did you mean 'error'?")
    ),
    Typo(
      "off as a boolean",
      .project("rules: { plain-http: false }"),
      .init("1:22", "wrong-kind", "plain-http: expected error or warning or off, got false")
    ),
    Typo(
      "a rule of form",
      .project("rules: { bad-name: warning }"),
      .init("1:10", "bad-value", "its severity is fixed")
    ),
    Typo(
      "a space in the owner",
      .project("owner: data platform"),
      .init("1:8", "bad-value", "owner: expected 1 to 32 letters, digits, '.', '_' or '-'")
    ),
    Typo(
      "allow as a text",
      .project("secrets: { allow: ORDERS_* }"),
      .init("1:19", "wrong-kind", "write it in brackets: [ … ]")
    ),
    Typo(
      "environments as a list",
      .project(
        """
        environments:
          - dev
        """
      ),
      .init("2:3", "wrong-kind", "write its keys without '- ' or brackets")
    ),
    Typo(
      "a reference among values",
      .project("environments: { dev: { values: { region: { env: REGION } } } }"),
      .init("1:42", "bad-reference", "no reference")
    ),
  ]
}
