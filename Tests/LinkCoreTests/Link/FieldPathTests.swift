import LinkCore
import Testing

@Suite struct FieldPathTests {
  @Test(
    arguments: [
      (["description"], "description"), (["config", "region"], "config.region"),
      (["config", "security.protocol"], #"config."security.protocol""#),
      (["a", ""], #"a."""#), (["a\"b"], #""a\"b""#), (["a.b", #"c\"d"#], #""a.b"."c\\\"d""#),
      ([#"C:\dir"#], #"C:\dir"#), (["a b", "ü.ö", "👍"], #"a b."ü.ö".👍"#), (["."], #"".""#),
    ]
  )
  func `Writes a path and reads it back`(components: [String], text: String) {
    #expect(FieldPath(components).description == text)
    #expect(FieldPath(parsing: text) == FieldPath(components))
  }

  @Test(arguments: ["", ".", "a.", ".a", "a..b", "\"a", "\"a\"b", "a\"b\"", "\"a\\"])
  func `Refuses what is no path`(text: String) {
    #expect(FieldPath(parsing: text) == nil)
  }

  @Test(
    arguments: [
      ("config", "config", true), ("config", "config.a", true), ("config.a", "config", false),
      ("config.a", "config.ab", false), ("config.a", "config.a.b", true),
      (#"config."a.b""#, "config.a.b", false), ("config.é", "config.e\u{301}", false),
    ]
  )
  func `Covers itself and what lies below`(one: String, other: String, covers: Bool) throws {
    let paths = try [one, other].map { try #require(FieldPath(parsing: $0)) }
    #expect(paths[0].covers(paths[1]) == covers)
  }
}
