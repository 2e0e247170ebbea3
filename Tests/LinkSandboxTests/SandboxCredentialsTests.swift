import FoundationEssentials
import LinkCore
import LinkSandbox
import Testing

@Suite struct SandboxCredentialsTests {
  private let folder: TemporaryFolder
  private let sandbox: Sandbox

  init() throws {
    folder = try TemporaryFolder()
    sandbox = try Sandbox(folder.file("db"), databases: "d")
  }

  private func send(_ json: String, as type: String = "HTTP") throws {
    let text = json.replacing("\\", with: "\\\\").replacing("'", with: "''")
    _ = try sandbox.query("CREATE OR REPLACE LINK d.\(type) AS \(type) CREDENTIALS '\(text)'")
  }

  private func matches(_ json: String, _ type: String = "HTTP") throws -> Bool {
    try sandbox.credentialsMatch(json, database: "d", name: type)
  }

  @Test func `Tells the same credentials, however written`() throws {
    try send(#"{"headers":{"Authorization":"it's \\ \"x\" é 😀","n":[1,true,null,{},[]]},"b":""}"#)
    #expect(
      try matches(
        """
        { "b": "", "headers": {"n": [1, true, null, {}, []],
          "Authorization": "it's \\\\ \\"x\\" \\u00e9 \\ud83d\\ude00"} }
        """
      )
    )
  }

  @Test(arguments: [
    (#"{"a":"b"}"#, #"{"a":"c"}"#),
    (#"{"a":"b"}"#, #"{"A":"b"}"#),
    (#"{"a":"b"}"#, #"{"a":"b","c":"d"}"#),
    (#"{"a":"b","c":"d"}"#, #"{"a":"b"}"#),
    (#"{"a":"b","c":"d"}"#, #"{"a":"d","c":"b"}"#),
    (#"{"a":"1"}"#, #"{"a":1}"#),
    (#"{"a":true}"#, #"{"a":"true"}"#),
    (#"{"a":null}"#, #"{"a":""}"#),
    (#"{"a":{}}"#, #"{"a":[]}"#),
    (#"{"a":{"b":"c"}}"#, #"{"a.b":"c"}"#),
    (#"{"a":["x"]}"#, #"{"a":{"0":"x"}}"#),
    (#"{"a":["x","y"]}"#, #"{"a":["y","x"]}"#),
    (#"{"ab":"c"}"#, #"{"a":"bc"}"#),
    (#"{"a":"é"}"#, "{\"a\":\"e\u{301}\"}"),
    (#"{"a":"b "}"#, #"{"a":"b"}"#),
    ("{}", #"{"":""}"#),
  ])
  func `Tells other credentials apart`(sent: String, other: String) throws {
    try send(sent)
    #expect(try matches(sent))
    #expect(try !matches(other))
    try send(other)
    #expect(try matches(other))
    #expect(try !matches(sent))
  }

  @Test func `Tells none from an empty object`() throws {
    try send("", as: "HDFS")
    #expect(try matches("", "HDFS"))
    #expect(try !matches("{}", "HDFS"))
    try send("{}", as: "HDFS")
    #expect(try matches("{}", "HDFS"))
    #expect(try !matches("", "HDFS"))
  }

  @Test func `A link that is not there matches nothing`() throws {
    #expect(try !matches("{}"))
  }

  @Test func `Two links with one password have nothing in common`() throws {
    let folder = try TemporaryFolder()
    func bytes(_ name: String) throws -> [UInt8] {
      let sandbox = try Sandbox(folder.file(name), databases: "d")
      _ = try sandbox.query("CREATE LINK d.x AS S3 CREDENTIALS '{\"p\":\"same\"}'")
      return try folder.read(name)
    }
    #expect(try bytes("one") != bytes("two"))
  }

  @Test func `No credential is in a file, in any form`() throws {
    let canary = "c4n4ry'Hunter2\\with\"quotes\"and-some-length"
    let json: JSONValue = [
      "password": .string(canary), "headers": ["X": .string("Bearer \(canary)")],
    ]
    try send(json.canonical)
    #expect(try matches(json.canonical))
    try send(json.canonical, as: "S3")
    #expect(throws: ServerError.self) { try send(json.canonical + ",", as: "KAFKA") }
    let forms = [
      Array(canary.utf8), Array("c4n4ry".utf8), Array("Hunter2".utf8),
      Array(Data(canary.utf8).base64EncodedString().dropLast(4).utf8),
      Array(Data(("x" + canary).utf8).base64EncodedString().dropFirst(4).dropLast(4).utf8),
      Array(Data(("xx" + canary).utf8).base64EncodedString().dropFirst(4).dropLast(4).utf8),
      Array(canary.utf8.flatMap { String($0, radix: 16).utf8 }),
    ]
    for name in try folder.names {
      let bytes = try folder.read(name)
      for form in forms { #expect(!bytes.contains(form), "\(name)") }
    }
    #expect(try folder.read("db").contains(Array("HTTP".utf8)))
  }
}
