import Testing

@testable import LinkCore

/// Both forms written at once are those that trees are written in.
@Suite struct TwinWriterTests {
  private static let documents = [
    "null", "[]", "{}", "[[],{},[{}]]", "-7.50e3", #""""#,
    #"{"b":1,"a":{"d":[1,2,{"z":null,"y":true}],"c":false}}"#,
    #"{"description":"x","desc":"y","descriptions":"z","d":"w"}"#,
    #"{"a\"b":1,"a":2,"a\\":3,"a!":4,"a#":5,"\u0001":6,"\n":7," ":8}"#,
    #"{"é":"ü","e":"\u200b","\ud83d\ude00":"\u007f","\uffff":"/"}"#,
    #"["12345678","1234567\"","12345678\t","1234567\u007f9","é2345678"]"#,
    #"{"one":"'it''s' {\"k\":\"v\\\\\"}","two":"\u0000"}"#,
  ]

  @Test(arguments: documents + [nested(40)])
  func `Both forms are those of a tree`(text: String) throws {
    let value = try JSONValue(reading: text)
    var writer = TwinWriter(masking: Redactor())
    writer.value(value)
    #expect(writer.twin.document + [0x0A] == value.documentBytes)
    #expect(writer.twin.canonical == value.canonicalBytes)
  }

  private static func nested(_ depth: Int) -> String {
    String(repeating: #"{"b":0,"a":"#, count: depth) + "1" + String(repeating: "}", count: depth)
  }

  @Test func `Numbers are written as they are`() {
    for number in [0, 7, 10, 1_234_567_890, .max, -1, .min] {
      var writer = TwinWriter(masking: Redactor())
      writer.number(number)
      #expect(writer.twin.canonical == Array("\(number)".utf8))
      #expect(writer.twin.document == Array("\(number)".utf8))
    }
  }

  @Test func `Texts are masked, and keys are not`() throws {
    let value = try JSONValue(reading: #"{"hunter22":["a hunter22","b"]}"#)
    let redactor = Redactor([Secret("hunter22")])
    var writer = TwinWriter(masking: redactor)
    writer.value(value)
    #expect(writer.twin.canonical == Array(#"{"hunter22":["a ***","b"]}"#.utf8))
  }

  @Test(arguments: documents)
  func `A tree that is told is the same tree`(text: String) throws {
    let value = try JSONValue(reading: text)
    #expect(JSONValue { $0.value(value) }.document == value.document)
  }

  @Test(arguments: ["{}", #"{"b":{"y":2,"x":[]},"a":{"d":1,"c":{}}}"#])
  func `Keys are brought into order at every depth`(text: String) throws {
    let value = try JSONValue(reading: text)
    let ordered = try JSONValue(reading: value.canonical)
    #expect(JSONValue { $0.sorted(value) }.document == ordered.document)
  }
}
