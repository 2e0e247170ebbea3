import Glibc
import LinkCore
import Testing

@testable import linkctl

struct SecretResolverTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    folder.makeFolder("project")
    folder.makeFolder("run")
  }

  private func resolve(
    _ references: [Reference],
    _ set: [String: String] = [:]
  ) throws -> SecretResolution {
    let environment = Environment(set)
    let roots = [folder["run"], folder["none"], "../run"]
    return try SecretResolver(environment: environment, project: folder["project"], roots: roots)
      .resolve(references)
  }

  private func reference(_ source: Reference.Source, line: Int = 1) -> Reference {
    Reference(source, location: SourceLocation(file: "a.yaml", line: line, column: 1))
  }

  private func text(_ source: Reference.Source, _ set: [String: String] = [:]) throws -> String? {
    let reference = reference(source)
    return try resolve([reference], set).secret(for: reference)?.reveal { $0 }
  }

  private func flaw(_ source: Reference.Source, _ set: [String: String] = [:]) throws -> SecretFlaw?
  {
    let resolution = try resolve([reference(source)], set)
    #expect(resolution.secret(for: reference(source)) == nil || resolution.problems.isEmpty)
    return resolution.problems.first?.flaw
  }

  @Test(arguments: [
    "hunter2", "a'b\"c\\d", "env:OTHER", "${A} and more", "$HOME", "  spaces  ", "true", "0",
    "'; DROP DATABASE x; -- \\", "\\u0027", "a\nb", "é😀", "xx", "mychangeme", "*", "x-x-x",
  ])
  func takesAValueAsItIs_E007_E008_E010(value: String) throws {
    #expect(
      try text(.environment("A"), ["A": value, "OTHER": "x"])?.isIdentical(to: value) == true
    )
  }

  @Test(arguments: [
    ("", SecretFlaw.empty), ("abc\n", .endsWithLineBreak), ("abc\r\n", .endsWithLineBreak),
    ("abc\r", .endsWithLineBreak), ("${KEY}", .placeholder), ("changeme", .placeholder),
    ("CHANGE_ME", .placeholder), ("your_secret_key", .placeholder), ("xxxxxx", .placeholder),
    ("replace_with_key", .placeholder), ("{{ key }}", .placeholder), ("*****", .placeholder),
    ("<your-key>", .placeholder), (" changeme ", .placeholder), ("XXX", .placeholder),
    ("<CREDENTIALS REDACTED>", .redactionMark), ("<redacted>", .redactionMark),
    (String(repeating: "k", count: 65_537), .tooLarge),
  ])
  func refusesAVariable_E004_E023(value: String, expected: SecretFlaw) throws {
    #expect(try flaw(.environment("A"), ["A": value]) == expected)
  }

  @Test func refusesAVariableThatIsNoText() throws {
    let environment = Environment(entries: [Array("A=".utf8) + [0xFF, 0x61]])
    let resolver = try SecretResolver(environment: environment, project: folder.path, roots: [])
    let resolution = resolver.resolve([reference(.environment("A"))])
    #expect(resolution.problems.map(\.flaw) == [.notUTF8])
  }

  @Test func collectsAllProblemsByPlace_E002() throws {
    let references = [
      reference(.environment("NOPE"), line: 9), reference(.environment("EMPTY"), line: 2),
      reference(.file("none"), line: 5), reference(.environment("GOOD"), line: 1),
      reference(.environment("NOPE"), line: 3),
    ]
    let resolution = try resolve(references, ["EMPTY": "", "GOOD": "hunter2"])
    #expect(
      resolution.problems.map { "\($0.location.line) \($0)" } == [
        "2 environment variable EMPTY is empty", "3 environment variable NOPE is not set",
        "5 secret file none cannot be read: no such file or folder",
        "9 environment variable NOPE is not set",
      ]
    )
    #expect(resolution.secret(for: references[0]) == nil)
    #expect(resolution.secret(for: references[3])?.reveal { $0 } == "hunter2")
  }

  @Test func putsPrefixAndSuffixAround_E017() throws {
    let location = SourceLocation(file: "a.yaml", line: 1, column: 1)
    let reference = Reference(.environment("T"), prefix: "Bearer ", suffix: ";", location: location)
    let resolution = try resolve([reference], ["T": "hunter2"])
    #expect(resolution.secret(for: reference)?.reveal { $0 } == "Bearer hunter2;")
    #expect(resolution.secrets.map { $0.reveal { $0 } } == ["hunter2"])
  }

  @Test func readsEachSourceOnce() throws {
    let references = (1...5).map { reference(.environment("A"), line: $0) }
    let resolution = try resolve(references, ["A": "hunter2"])
    #expect(resolution.secrets.count == 1)
    #expect(references.allSatisfy { resolution.secret(for: $0) != nil })
  }

  @Test func masksAlsoWhatCannotBeUsedButIsASecret() throws {
    let resolution = try resolve(
      [reference(.environment("A")), reference(.environment("B"))],
      ["A": "hunter2\r\n", "B": "changeme"]
    )
    #expect(resolution.problems.count == 2)
    #expect(resolution.secrets.map { $0.reveal { $0 } } == ["hunter2"])
  }

  @Test func neverShowsAValue() throws {
    try folder.write("project/k", "hunter2\n\n")
    let resolution = try resolve(
      [reference(.environment("A")), reference(.file("k")), reference(.environment("B"))],
      ["A": "hunter2\n", "B": "hunter2"]
    )
    var dumped = ""
    dump(resolution, to: &dumped)
    #expect(resolution.problems.count == 2)
    #expect(!"\(resolution.problems) \(resolution) \(dumped)".contains("hunter2"))
  }

  @Test(arguments: [
    ("abc", "abc"), ("abc\n", "abc"), ("abc\r\n", "abc"), ("a\r\nb\n", "a\r\nb"),
    (" abc ", " abc "),
  ])
  func takesOneLineBreakOffAFile(content: String, value: String) throws {
    try folder.write("project/secrets/k", content)
    #expect(try text(.file("secrets/k"))?.isIdentical(to: value) == true)
  }

  @Test func refusesAFileThatHoldsNoSecret_E005_E022() throws {
    let contents: [([UInt8], SecretFlaw)] = [
      ([], .empty), ([0x0A], .empty), ([0x0D, 0x0A], .empty), (Array("a\0b".utf8), .holdsNUL),
      ([0x61, 0xFF], .notUTF8), (Array("abc\n\n".utf8), .endsWithLineBreak),
      (Array("changeme\n".utf8), .placeholder),
      ([UInt8](repeating: 0x61, count: 65_537), .tooLarge),
    ]
    for (content, expected) in contents {
      try folder.write("project/k", content)
      #expect(try flaw(.file("k")) == expected)
    }
    try folder.write("project/k", [UInt8](repeating: 0x61, count: 65_536))
    #expect(try flaw(.file("k")) == nil)
  }

  @Test func readsBelowTheProjectAndItsRootsOnly_E019() throws {
    try folder.write("project/k", "one")
    try folder.write("run/k", "two")
    try folder.write("outside", "three")
    #expect(try text(.file("k")) == "one")
    #expect(try text(.file(folder["project/k"])) == "one")
    #expect(try text(.file(folder["run/k"])) == "two")
    for path in [
      folder["outside"], "/proc/self/environ", "../outside", "../run/../outside",
      "../project/k", "/etc/passwd", folder["run/../outside"], folder["runaway/k"], folder["run"],
    ] {
      #expect(try flaw(.file(path)) == .outside, "\(path)")
    }
  }

  @Test func followsNoLinkOut_E020() throws {
    try folder.write("outside/k", "hunter2")
    folder.link("project/k", to: "/etc/passwd")
    folder.link("project/sub", to: "../outside")
    folder.link("project/relative", to: "../outside/k")
    for path in ["k", "sub/k", "relative"] {
      #expect(try flaw(.file(path)) == .symbolicLinkOut, "\(path)")
    }
  }

  @Test func followsLinksThatStayInside() throws {
    try folder.write("run/..2026/k", "hunter2")
    folder.link("run/..data", to: "..2026")
    folder.link("run/k", to: "..data/k")
    #expect(try text(.file(folder["run/k"])) == "hunter2")
    folder.link("project/k", to: folder["run/k"])
    #expect(try text(.file("k")) == "hunter2")
  }

  @Test func readsRegularFilesOnly() throws {
    folder.makeFIFO("project/fifo")
    folder.makeFolder("project/sub")
    #expect(try flaw(.file("fifo")) == .unreadable(.notARegularFile))
    #expect(try flaw(.file("sub")) == .unreadable(.notARegularFile))
    #expect(try flaw(.file("none/k")) == .unreadable(.missing))
  }

  @Test(arguments: [0o600, 0o400, 0o640, 0o604, 0o644] as [mode_t])
  func warnsOfAFileOfTheProjectThatOthersMayRead(mode: mode_t) throws {
    try folder.write("project/k", "hunter2", mode: mode)
    try folder.write("run/k", "hunter3", mode: mode)
    let resolution = try resolve([reference(.file("k")), reference(.file(folder["run/k"]))])
    let expected = mode & 0o044 == 0 ? [] : ["secret file k can be read by other users (chmod 600)"]
    #expect(resolution.warnings.map(\.description) == expected)
    #expect(resolution.problems.isEmpty)
  }

  @Test func needsAProject() {
    #expect(throws: FileError.self) {
      try SecretResolver(environment: Environment([:]), project: folder["none"], roots: [])
    }
  }
}
