import LinkCore
import Testing

@Suite struct ProjectReaderTests {
  @Test func `Reads all that a project file may say`() throws {
    let written: Written = [
      "owner": "data-platform", "manifests": "links",
      "environments": [
        "dev": ["target": "sandbox:dev.db", "values": ["port": "1", "map": ["a": ["x"]]]],
        "prod": [
          "target": "singlestore://ci@svc.example.com:3306", "password": ["env": "PROD_PASSWORD"],
          "databases": ["Orderdb", "billing"], "tag": "false",
          "tls": ["ca": "certs/bundle.pem", "verify": "ca"], "auth": "clear",
          "guardrails": ["max_change_percent": "30", "max_drops": "0"],
        ],
      ],
      "secrets": ["allow": ["ORDERS_*"], "roots": ["/run/secrets"]],
      "rules": ["unknown-key": "error", "deprecated-type": "off"],
    ]
    let (read, findings) = Project.read(written.node, file: "linkctl.yaml")
    let project = try #require(read)
    #expect(findings == [])
    #expect(project.owner == "data-platform")
    #expect(project.manifests == "links")
    #expect(project.declaredNames == ["dev", "prod"])
    #expect(project.environments[0].values.map(\.value.canonical) == ["1", #"{"a":["x"]}"#])
    #expect(project.environments[1].databases == ["Orderdb", "billing"])
    #expect(project.environments[1].password?.source == .environment("PROD_PASSWORD"))
    #expect(project.environments[0].guardrails.isEmpty)
    #expect(project.environments[1].guardrails == [.maxChangePercent: 30, .maxDrops: 0])
    #expect(project.environments[0].security == TransportSecurity())
    #expect(project.environments[0].authentication == .hashed)
    #expect(
      project.environments[1].security
        == TransportSecurity(authorities: "certs/bundle.pem", verification: .ca)
    )
    #expect(project.environments[1].authentication == .clear)
    #expect(project.secrets.allows(variable: "ORDERS_KEY"))
    #expect(!project.secrets.allows(variable: "HOME"))
    #expect(project.secrets.roots == ["/run/secrets"])
    let unknown = Diagnostic(.unknownKey, "x", at: nil)
    #expect(project.severities.applied(to: unknown)?.severity == .error)
    #expect(project.severities.applied(to: Diagnostic(.deprecatedType, "x", at: nil)) == nil)
    let form = Diagnostic.form(.unknownKey, "x", at: nil)
    #expect(project.severities.applied(to: form) == form)
  }

  @Test func `Has defaults for everything`() throws {
    let project = try #require(Project.read(([:] as Written).node, file: "linkctl.yaml").project)
    #expect(project.owner == "linkctl")
    #expect(project.manifests == "links.d")
    #expect(project.declaredNames == nil)
    #expect(project.allEnvironments.map(\.name) == ["default"])
    #expect(project.secrets.allows(variable: "ANYTHING"))
  }

  static let wrong: [(Written, String)] = [
    (["ownr": "x"], "unknown-key"), (["owner": .quoted("")], "bad-value"),
    (["owner": "a b"], "bad-value"), (["owner": "ü"], "bad-value"),
    (["owner": .plain(String(repeating: "x", count: 33))], "bad-value"),
    (["owner": "1"], "wrong-kind"),
    (["manifests": .quoted("")], "bad-value"), (["environments": ["dev"]], "wrong-kind"),
    (["environments": ["": ["target": "sandbox:x"]]], "bad-name"),
    (["environments": ["dev": ["targt": "sandbox:x"]]], "unknown-key"),
    (["environments": ["dev": ["target": "mysql://h"]]], "bad-value"),
    (["environments": ["dev": ["target": "singlestore://u:p@h"]]], "bad-value"),
    (["environments": ["dev": ["password": "hunter2"]]], "bad-reference"),
    (["environments": ["dev": ["password": ["value": "x"]]]], "bad-reference"),
    (["environments": ["dev": ["tls": "full"]]], "wrong-kind"),
    (["environments": ["dev": ["tls": ["verify": "none"]]]], "bad-value"),
    (["environments": ["dev": ["tls": ["ca": .quoted("")]]]], "bad-value"),
    (["environments": ["dev": ["tls": ["cert": "x"]]]], "unknown-key"),
    (["environments": ["dev": ["auth": "plain"]]], "bad-value"),
    (
      ["environments": ["dev": ["target": "singlestore://u@h", "tls": ["verify": "off"]]]],
      "bad-value"
    ),
    (["environments": ["dev": ["target": "singlestore://u@[::1]", "auth": "clear"]]], "bad-value"),
    (["environments": ["dev": ["values": ["a": ["env": "A"]]]]], "bad-reference"),
    (["environments": ["dev": ["databases": [.quoted("a ")]]]], "bad-name"),
    (["environments": ["dev": ["tag": "yes"]]], "wrong-kind"),
    (["environments": ["dev": ["guardrails": "30"]]], "wrong-kind"),
    (["environments": ["dev": ["guardrails": ["max_drops": "few"]]]], "wrong-kind"),
    (["environments": ["dev": ["guardrails": ["max_drops": "-1"]]]], "bad-value"),
    (["environments": ["dev": ["guardrails": ["min_links": "1.5"]]]], "bad-value"),
    (["environments": ["dev": ["guardrails": ["min_links": "99999999999999999999"]]]], "bad-value"),
    (["environments": ["dev": ["guardrails": ["max_change_percent": "101"]]]], "bad-value"),
    (["environments": ["dev": ["guardrails": ["max_drop": "1"]]]], "unknown-key"),
    (["secrets": ["alow": ["*"]]], "unknown-key"), (["secrets": ["allow": "*"]], "wrong-kind"),
    (["rules": ["bad-name": "off"]], "bad-value"), (["rules": ["unknwn-key": "off"]], "bad-value"),
    (["rules": ["unknown-key": "fatal"]], "bad-value"), (["a"], "wrong-kind"),
  ]

  @Test(arguments: wrong.indices)
  func `Finds what is wrong with a project file`(index: Int) {
    let (written, rule) = Self.wrong[index]
    let (project, findings) = Project.read(written.node, file: "linkctl.yaml")
    #expect(project == nil)
    #expect(findings.map(\.rule.rawValue) == [rule])
    #expect(findings.allSatisfy { $0.kind == .form && !$0.message.contains("hunter2") })
  }
}
