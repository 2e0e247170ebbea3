import Foundation
import LinkCore
import LinkSandbox
import Testing

@testable import LinkSandbox

/// Something that goes wrong in a run that has secrets in its hands.
struct CanaryFault: CustomTestStringConvertible, Sendable {
  let name: String
  /// What is done to the project before.
  var prepare: @Sendable (TestProject) throws -> Void = { _ in }
  /// Whether it plants secrets in the sandbox's file by itself; such a fault is prepared first.
  var plantsSecrets = false
  /// Whether nothing can be prepared after it.
  var isLast = false
  /// What is done to the call.
  var change: @Sendable (inout Invocation) -> Void = { _ in }

  var testDescription: String { name }
}

extension CanaryFault {
  /// When it is prepared among others.
  var turn: Int { plantsSecrets ? 0 : isLast ? 2 : 1 }

  static let all: [CanaryFault] =
    [CanaryFault(name: "nothing")] + environments + streams + files + servers

  // MARK: The environment

  private static let environments: [CanaryFault] =
    Canaries.names.flatMap { name in
      [
        CanaryFault(name: "\(name) is not set", change: { $0.environment[name] = nil }),
        CanaryFault(name: "\(name) is empty", change: { $0.environment[name] = "" }),
      ]
    } + [
      CanaryFault(name: "no key", change: { $0.environment["LINKCTL_FINGERPRINT_KEY"] = nil }),
      CanaryFault(
        name: "a cut key",
        change: { invocation in
          let key = invocation.environment["LINKCTL_FINGERPRINT_KEY"] ?? ""
          invocation.environment["LINKCTL_FINGERPRINT_KEY"] = String(key.dropLast())
        }
      ),
      CanaryFault(name: "no such environment", change: { $0.environment["LINKCTL_ENV"] = "x" }),
      CanaryFault(
        name: "no home for locks",
        change: { $0.environment["XDG_RUNTIME_DIR"] = "/dev" }
      ),
      CanaryFault(name: "a terminal's colours", change: { $0.environment["FORCE_COLOR"] = "1" }),
    ]

  // MARK: Streams

  private static let streams: [CanaryFault] = [
    CanaryFault(name: "stdout is closed", change: { $0.output = .closed }),
    CanaryFault(name: "stdout is broken", change: { $0.output = .broken }),
    CanaryFault(name: "stdout is full", change: { $0.output = .file("/dev/full") }),
    CanaryFault(name: "stderr is closed", change: { $0.messages = .closed }),
    CanaryFault(name: "stderr is broken", change: { $0.messages = .broken }),
    CanaryFault(name: "stderr is full", change: { $0.messages = .file("/dev/full") }),
    CanaryFault(
      name: "no stream is open",
      change: {
        $0.output = .closed
        $0.messages = .closed
        $0.input = .closed
      }
    ),
  ]

  // MARK: Files

  private static let files: [CanaryFault] = [
    file("a project file that is none", "linkctl.yaml", "owner: [x"),
    file("rules off", "linkctl.yaml", "rules: { secret-in-config: off, literal-secret: off }\n"),
    file("an allow-list", "linkctl.yaml", "secrets: { allow: [PLAIN] }\n"),
    file("tags off", "linkctl.yaml", "environments: { prod: { tag: false } }\n"),
    file("one manifest more", "links.d/b.yaml", "database: prod\nlinks: { l_PLAIN: {} }\n"),
    file("YAML that is none", "links.d/b.yaml", "links: {{{\n"),
    file("a binary manifest", "links.d/b.yaml", "\u{0}\u{1}"),
    file("a sandbox that is none", ".linkctl/sandbox.db", "no sandbox"),
    file("a folder in the journal's place", ".linkctl/runs", "not a folder"),
    file("a snapshot in the way", "out.json/x", ""),
    CanaryFault(
      name: "a project that may not be written",
      prepare: { chmod($0.folder, 0o500) },
      isLast: true
    ),
  ]

  private static func file(_ name: String, _ path: String, _ text: String) -> CanaryFault {
    CanaryFault(name: name) { try $0.write(text, to: path) }
  }

  // MARK: Servers

  private static let servers: [CanaryFault] =
    Canaries.names.map { name in
      let prepare = { @Sendable (project: TestProject) in
        let forms = SecretForms(Canaries.values[name] ?? "").all.map {
          String(decoding: $0.bytes, as: UTF8.self)
        }
        let message = forms.joined(separator: " ").replacing("'", with: "''")
        try FileManager.default.createDirectory(
          atPath: project.path(".linkctl"),
          withIntermediateDirectories: true
        )
        let sandbox = try project.sandbox(".linkctl/sandbox.db")
        _ = try sandbox.query("CREATE DATABASE IF NOT EXISTS `prod`")
        try sandbox.rows(
          """
          CREATE TRIGGER IF NOT EXISTS t_\(name) BEFORE INSERT ON links WHEN NEW.name = 'l_\(name)'
          BEGIN SELECT RAISE(ABORT, '\(message)'); END
          """
        )
      }
      return CanaryFault(name: "the server repeats \(name)", prepare: prepare, plantsSecrets: true)
    } + [
      CanaryFault(
        name: "nothing answers",
        change: {
          $0.arguments += ["--target", "singlestore://a@127.0.0.1:1"].map { Array($0.utf8) }
        }
      )
    ]
}
