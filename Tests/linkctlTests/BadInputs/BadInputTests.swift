import Glibc
import Testing

/// Bad inputs end in a message that names the place, soon, in little memory, and with no secret in
/// it.
@Suite struct BadInputTests {
  /// A second when released; this is neither, and not alone on its machine.
  private static let timeLimit = Duration.seconds(10)

  @Test(arguments: BadInput.yaml + BadInput.yamlText)
  func `Refuses what is no manifest`(_ input: BadInput) throws {
    try check(input)
  }

  @Test(arguments: BadInput.names + BadInput.statements)
  func `Lets no name or text out of its quotes`(_ input: BadInput) throws {
    try check(input)
  }

  @Test(arguments: BadInput.references + BadInput.secrets)
  func `Refuses references that cannot be resolved`(_ input: BadInput) throws {
    try check(input)
  }

  @Test(arguments: BadInput.configuration)
  func `Refuses secrets in the open`(_ input: BadInput) throws {
    try check(input)
  }

  @Test(arguments: BadInput.snapshots)
  func `Reads snapshots strictly`(_ input: BadInput) throws {
    try check(input)
  }

  private func check(_ input: BadInput) throws {
    let project = try TestProject(input)
    let call = project.linkctl(input.arguments, environment: input.environment).limited()
    let start = ContinuousClock.now
    let ended = try call.run()
    #expect(start.duration(to: .now) < Self.timeLimit)
    #expect(ended.ending == .exit(input.exit))
    let shown = ended.text + ended.messageText
    for text in input.says { #expect(shown.contains(text), "\(shown)") }
    for text in input.neverShown { #expect(!shown.contains(text), "\(shown)") }
  }

  @Test func `Tells what needs more memory than it may have`() throws {
    let project = try TestProject(["links.d/a.yaml": ExitCodeTests.manifest])
    let ended = try project.linkctl("validate").limited(toMemory: 1_024).run()
    #expect(ended.exit != 0)
  }
}
