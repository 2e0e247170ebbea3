import Foundation
import Testing

/// An input that is refused, or looks as if it should be, with what comes of it.
struct BadInput: CustomTestStringConvertible {
  let id: String
  let files: [String: Content]
  var arguments = ["validate"]
  var environment: [String: String] = [:]
  let exit: Int32
  /// Parts of what is written to stdout or stderr.
  let says: [String]
  /// What must not be seen of the input.
  var neverShown: [String] = []

  /// What a file holds; large ones are made where they are needed.
  struct Content: ExpressibleByStringInterpolation, Sendable {
    let bytes: @Sendable () -> [UInt8]

    init(stringLiteral text: String) {
      bytes = { Array(text.utf8) }
    }

    init(_ bytes: [UInt8]) {
      self.bytes = { bytes }
    }

    /// A text again and again, between two others.
    init(_ before: String = "", repeating text: String, _ count: Int, _ after: String = "") {
      bytes = { Array((before + String(repeating: text, count: count) + after).utf8) }
    }
  }

  var testDescription: String { id }
}

extension BadInput {
  /// A manifest that is refused by `validate`.
  static func manifest(_ id: String, _ content: Content, _ says: String...) -> Self {
    Self(id: id, files: ["links.d/a.yaml": content], exit: 65, says: says)
  }

  /// A manifest with this one link, which begins in line 3 and column 6.
  static func link(
    _ id: String,
    _ body: String,
    exit: Int32 = 65,
    _ says: String...,
    never: String...
  ) -> Self {
    let files: [String: Content] = ["links.d/a.yaml": "\(Self.link(body))"]
    return Self(id: id, files: files, exit: exit, says: says, neverShown: never)
  }

  /// The same, but for the command and what it finds beside the manifest.
  func run(
    _ arguments: String...,
    environment: [String: String] = [:],
    files more: [String: Content] = [:]
  ) -> Self {
    Self(
      id: id,
      files: files.merging(more) { $1 },
      arguments: arguments,
      environment: environment,
      exit: exit,
      says: says,
      neverShown: neverShown
    )
  }

  static func link(_ body: String, name: String = "x") -> String {
    "database: prod\nlinks:\n  \(name): \(body)\n"
  }

  /// A link of type S3 that is whole, and goes on in column 103.
  static func lake(_ more: String) -> String {
    let keys = "{ aws_access_key_id: { env: ID }, aws_secret_access_key: { env: KEY } }"
    return "{ type: S3, credentials: \(keys), \(more) }"
  }
}

extension TestProject {
  convenience init(_ input: BadInput) throws {
    try self.init()
    for (name, content) in input.files { try write(content.bytes(), to: name) }
  }
}

extension Invocation {
  /// With no more memory than so many KiB to work in; who asks for more is ended.
  func limited(toMemory kibibytes: Int = 262_144) -> Invocation {
    with {
      $0.executable = "/bin/sh"
      let script = "ulimit -d \(kibibytes) && exec \"$@\""
      $0.arguments = ["-c", script, "sh", executable].map { Array($0.utf8) } + arguments
    }
  }
}
