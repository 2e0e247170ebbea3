extension Typo {
  /// Environments that are misspelt.
  static let environmentTypos: [Typo] = [
    Typo(
      "an environment that is misspelt",
      .whole("environments: { prdo: { protect: true } }"),
      in: twoEnvironments,
      .init("9:21", "unknown-environment", "did you mean 'prod'?")
    ),
    Typo(
      "an environment in capitals",
      .whole("environments: { PROD: { protect: true } }"),
      in: twoEnvironments,
      .init("9:21", "unknown-environment", "did you mean 'prod'?")
    ),
    Typo(
      "an environment of only that is misspelt",
      .whole("only: [dev, production]"),
      in: twoEnvironments,
      .init("9:17", "unknown-environment", "did you mean 'prod'?")
    ),
    Typo(
      "an override that is misspelt",
      .whole("environments: { dev: { confg: { region: us-west-2 } } }"),
      in: twoEnvironments,
      .init("9:28", "unknown-key", "did you mean 'config'?")
    ),
    Typo(
      "an override that is a word",
      .whole("environments: { dev: us-west-2 }"),
      in: twoEnvironments,
      .init(
        "9:26",
        "wrong-kind",
        "the overrides of 'lake' for dev: expected a map"
          + " (key: value), got text"
      )
    ),
    Typo(
      "environments as a list",
      .whole("environments: [dev]"),
      in: twoEnvironments,
      .init("9:19", "wrong-kind", "write its keys without '- ' or brackets")
    ),
    Typo(
      "no project file",
      .whole("environments: { dev: { protect: true } }"),
      exit: 0,
      .init("9:21", "unknown-environment", "linkctl.yaml declares none")
    ),
  ]
}
