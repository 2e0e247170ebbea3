import Foundation
import LinkCore
import LinkSandbox
import Testing

/// Rotations as pipelines have them: seen with the key and the secrets, and told apart from what
/// cannot be seen.
@Suite struct RotationTests {
  private static let key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"
  private static let nextKey = "Hx4dHBsaGRgXFhUUExIREA8ODQwLCgkIBwYFBAMCAQA"
  private static let secrets = ["KAFKA": "first-canary-of-kafka", "STORE": "canary-of-the-store"]

  private static let manifest = """
    database: prod
    links:
      events_a: { type: KAFKA, credentials: { sasl.username: loader, sasl.password: { env: KAFKA } } }
      events_b: { type: KAFKA, credentials: { sasl.username: loader, sasl.password: { env: KAFKA } } }
      store: { type: GCS, credentials: { access_id: { env: STORE }, secret_key: { env: STORE } } }

    """

  private let project: TestProject

  init() throws {
    project = try TestProject(["links.d/a.yaml": Self.manifest])
    #expect(try run("apply", "--auto-approve").exit == 0)
  }

  private func run(
    _ arguments: String...,
    key: String? = RotationTests.key,
    with changed: [String: String?] = [:]
  ) throws -> Ended {
    var environment = Self.secrets
    environment["LINKCTL_FINGERPRINT_KEY"] = key
    for (name, value) in changed { environment[name] = value }
    return try project.linkctl(arguments, environment: environment).run()
  }

  private func plan(
    key: String? = RotationTests.key,
    with changed: [String: String?] = [:]
  ) throws -> JSONValue {
    try JSONValue(reading: run("plan", "--format", "json", key: key, with: changed).output)
  }

  private func changes(_ plan: JSONValue) -> [String] {
    (plan["resource_changes"]?.items ?? []).map { change in
      let name = change["name"]?.text ?? ""
      return
        "\(name) \(change["action_reason"]?.text ?? "") \(change["credentials"]?.text ?? "")"
    }
  }

  @Test func `Nothing is sent again that did not change`() throws {
    let plan = try plan()
    #expect(
      changes(plan) == [
        "events_a in_sync as_sent", "events_b in_sync as_sent", "store in_sync as_sent",
      ]
    )
    #expect(plan["summary"]?["unverifiable"]?.canonical == "0")
  }

  @Test func `Exactly the links whose secret changed are rotated`() throws {
    let rotated = ["KAFKA": "second-canary-of-kafka"]
    #expect(
      changes(try plan(with: rotated)) == [
        "events_a credentials_rotated rotated", "events_b credentials_rotated rotated",
        "store in_sync as_sent",
      ]
    )
    let text = try run("plan", with: rotated).text
    #expect(
      text.contains(#"credentials."sasl.password"    (secret, rotated)   ${env:KAFKA}"#)
    )
    #expect(text.contains("Rotated together: KAFKA, in prod.events_a, prod.events_b."))
    #expect(try run("apply", "--auto-approve", with: rotated).text.contains("Apply: 2 applied"))
    #expect(try run("plan", "--detailed-exitcode", with: rotated).exit == 0)
    #expect(try run("plan", "--detailed-exitcode").exit == 2)
  }

  @Test(
    arguments: [
      (nil, nil, "no-fingerprint-key"), (nextKey, nil, "other-fingerprint-key"),
      (key, "KAFKA", "secret-not-set"),
    ] as [(String?, String?, String)]
  )
  func `E028: What cannot be compared says why`(key: String?, unset: String?, why: String) throws {
    let plan = try plan(key: key, with: unset.map { [$0: nil] } ?? [:])
    let first = plan["resource_changes"]?.items?.first
    #expect(first?["action_reason"]?.text == "in_sync")
    #expect(first?["credentials"]?.text == "unverifiable")
    #expect(first?["unverifiable"]?.items?.first?.text == why)
  }

  @Test func `A link that was sent without a key is not compared, until it is sent again`() throws {
    #expect(try run("apply", "--auto-approve", "--rotate", "prod.store", key: nil).exit == 0)
    let plan = try plan()
    let store = plan["resource_changes"]?.items?.last
    #expect(store?["unverifiable"]?.items?.first?.text == "no-fingerprint")
    #expect(try run("apply", "--auto-approve", "--rotate", "prod.store").exit == 0)
    #expect(changes(try self.plan()).last == "store in_sync as_sent")
  }

  @Test func `A new key makes the tags again without calling credentials changed`() throws {
    let both = ["LINKCTL_FINGERPRINT_KEY_PREVIOUS": Self.key]
    let plan = try plan(key: Self.nextKey, with: both)
    #expect(
      changes(plan)
        == ["events_a", "events_b", "store"].map {
          "\($0) fingerprint_key_rotated as_sent"
        }
    )
    #expect(
      try run("apply", "--auto-approve", key: Self.nextKey, with: both).text.contains("3 applied")
    )
    #expect(try run("plan", "--detailed-exitcode", key: Self.nextKey).exit == 0)
    #expect(changes(try self.plan(key: Self.nextKey)).last == "store in_sync as_sent")
  }

  @Test func `A saved plan is carried out where neither key nor secrets were when it was made`()
    throws
  {
    try project.write(
      Self.manifest.replacing("loader", with: "reader"),
      to: "links.d/a.yaml"
    )
    let saved = try run(
      "plan",
      "--out",
      "saved.plan",
      "--rotate",
      "prod.events_a",
      key: nil,
      with: ["KAFKA": nil, "STORE": nil]
    )
    #expect(saved.exit == 0)
    let ended = try run("apply", "saved.plan", with: ["STORE": "another-canary"])
    #expect(ended.exit == 0, "\(ended.messageText)")
    #expect(ended.text.contains("Apply: 1 applied"))
  }

  @Test func `F004: A secret that changed after the plan makes it stale`() throws {
    try project.write(
      Self.manifest.replacing("type: GCS,", with: "type: GCS, description: The store,"),
      to: "links.d/a.yaml"
    )
    #expect(try run("plan", "--out", "saved.plan").text.contains("1 to update"))
    let ended = try run("apply", "saved.plan", with: ["STORE": "another-canary"])
    #expect(ended.exit == 4)
    #expect(ended.messageText.contains("prod.store"), "\(ended.messageText)")
    #expect(!ended.messageText.contains("canary"))
    #expect(try run("apply", "saved.plan").text.contains("Apply: 1 applied"))
  }

  @Test func `A saved plan keeps what it knew of credentials`() throws {
    let rotated = ["KAFKA": "second-canary-of-kafka"]
    #expect(try run("plan", "--out", "saved.plan", with: rotated).exit == 0)
    let ended = try run("apply", "saved.plan", key: nil, with: rotated)
    #expect(ended.exit == 0, "\(ended.messageText)")
    #expect(ended.text.contains("Apply: 2 applied"))
    #expect(try run("apply", "saved.plan", with: rotated).text.contains("0 applied, 2 already"))
  }

  @Test func `The tag is the last thing in DESCRIPTION, and no part of what is compared`() throws {
    let rows = try project.sandbox(".linkctl/sandbox.db", .readOnly)
      .query("SELECT DESCRIPTION FROM information_schema.LINKS").rows
    #expect(rows.count == 3)
    for row in rows {
      let description = TaggedDescription(reading: row[0] ?? "")
      #expect(description.text.isEmpty)
      #expect(description.mark.tag?.owner == "linkctl")
      #expect(description.mark.tag?.fingerprint != nil)
    }
    let snapshot = try JSONValue(reading: run("snapshot").output)
    for link in snapshot["links"]?.items ?? [] {
      #expect(link["description"]?.canonical == "null")
      #expect(link["tag"]?.text?.hasPrefix("linkctl:1:linkctl:-:") == true)
    }
  }

  @Test func `A key that is none ends the command before anything is read`() throws {
    let ended = try run("plan", key: "too-short-canary")
    #expect(ended.exit == 64)
    #expect(ended.messageText.contains("LINKCTL_FINGERPRINT_KEY is no fingerprint key"))
    #expect(!ended.messageText.contains("too-short-canary"))
  }
}
