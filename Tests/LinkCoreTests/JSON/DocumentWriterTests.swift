import Testing

@testable import LinkCore

/// What is written reads back as what was told.
@Suite struct DocumentWriterTests {
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
  func `Both forms read back as the same value`(text: String) throws {
    let value = try JSONValue(reading: text)
    #expect(try JSONValue(reading: value.document).means(value))
    #expect(try JSONValue(reading: value.canonical).means(value))
    #expect(try JSONValue(reading: value.document).canonical == value.canonical)
    #expect(try JSONValue(reading: value.canonical).canonical == value.canonical)
  }

  @Test func `A document is indented, and no character hides in it`() throws {
    let value = try JSONValue(reading: #"{"b":[1,{"é\u200b":[]}],"a":{},"c":"\u0001"}"#)
    #expect(
      value.document == #"""
        {
          "b": [
            1,
            {
              "é\u200b": []
            }
          ],
          "a": {},
          "c": "\u0001"
        }

        """#
    )
    #expect(value.canonical == "{\"a\":{},\"b\":[1,{\"é\u{200b}\":[]}],\"c\":\"\\u0001\"}")
  }

  @Test func `A list may be written in parts`() throws {
    var frame = DocumentWriter()
    var gap = 0
    frame.object { json in
      json.member("a", 1)
      json.key("items")
      gap = json.gap(isEmpty: false)
      json.member("z", 2)
    }
    var items: [UInt8] = []
    for part in [0..<2, 2..<3] {
      var writer = DocumentWriter(depth: 2)
      writer.items(part, areFirst: part.lowerBound == 0) { $0.number($1) }
      items += writer.bytes
    }
    let bytes = frame.bytes[..<gap] + items + frame.bytes[gap...]
    let whole: JSONValue = .object([.init("a", 1), .init("items", [0, 1, 2]), .init("z", 2)])
    #expect(Array(bytes) + [0x0A] == whole.documentBytes)
  }

  private static func nested(_ depth: Int) -> String {
    String(repeating: #"{"b":0,"a":"#, count: depth) + "1" + String(repeating: "}", count: depth)
  }

  @Test func `Numbers are written as they are`() {
    for number in [0, 7, 10, 1_234_567_890, .max, -1, .min] {
      var writer = DocumentWriter()
      writer.number(number)
      #expect(writer.bytes == Array("\(number)".utf8))
    }
  }

  @Test func `Texts are masked, and keys are not`() throws {
    let value = try JSONValue(reading: #"{"hunter22":["a hunter22","b"]}"#)
    var writer = DocumentWriter(masking: Redactor([Secret("hunter22")]))
    writer.value(value)
    #expect(try JSONValue(reading: writer.bytes).canonical == #"{"hunter22":["a ***","b"]}"#)
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
