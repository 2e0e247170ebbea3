import Foundation

/// Secrets of nasty shapes, by the names of their variables.
enum Canaries {
  static let values: [String: String] = [
    "PLAIN": "Kx7Qz91mVt3Rw8Lp",
    "PLAIN_LONGER": "Kx7Qz91mVt3Rw8LpTaIlEnD42",
    "QUOTES": #"it's "quoted" `Jq8`, isn't it"#,
    "BACKSLASHES": #"C:\temp\new\u0027 \\' 9f3aZ\"#,
    "PEM":
      "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC+/4r\nqL7xW2/9Zk+Hc5d8Q==\n"
      + "-----END PRIVATE KEY-----",
    "UNICODE": "pässwörd-日本語-✓-7261",
    "PERCENT": "100%s%n%%20%41-%5C-5521",
    "LONG": (0..<600).map { "\(String($0 * 7_919 % 46_656, radix: 36))+" }.joined(),
    "JSON": #"{"password":"hunter2-8812","n":[1,2],"s":"a\"b"}"#,
    "BASE64": "dGhpcyBpcyBub3QgYSBzZWNyZXQ5OTE=",
    "REGEX": #"^(a+)+$[.*?]{2,}|\d\b-4410"#,
    "SQL": "'; DROP LINK `prod`.`x`; -- 7733",
    "NBSP": "a\u{A0}nbsp\u{A0}inside\u{A0}3321",
    "EMOJI": "👩‍👩‍👧🔑-9917",
    "LINES": "line one 1181\n\tline two 2281\r\nline three 3381",
    "REFERENCE": "env:OTHER_9913 ${HOME} {{x}}",
    "URL": "https://user:pa%20ss@host/path?x=1&y=2+3 6617",
    "MARKUP": "<b>&amp;\"'</b><!-- 7718",
    "SPACES": "  spaced out 2291  ",
    "COMBINING": "e\u{301}e\u{301}-composed-é-3319",
    "HEX": "deadbeefcafe0123456789abcdef",
    "ESCAPE": "\u{1B}[31mred\u{7}\u{9B}-5512",
    "ESCAPED_QUOTE": #"\u0027 OR 1=1 \x27 \' 8819"#,
    "BIDIRECTIONAL": "\u{202E}txt.exe\u{2028}-4471",
  ]

  /// linkctl's own: they seal tags, and no link sends them.
  static let own = [
    "LINKCTL_FINGERPRINT_KEY": "arnx6499M4j0-dWG9m6Z_VQIDfLERvDlhmiwnAihbdA",
    "LINKCTL_FINGERPRINT_KEY_PREVIOUS": "AV9-a8Wur0g3JAieklLME7UJUaa2lBJSJ2XP9NeAMG4",
  ]

  /// All that a run has in its environment.
  static let environment = values.merging(own) { $1 }

  /// Pieces that must not remain of one.
  static let fragments = [
    "PLAIN_LONGER": "TaIlEnD42", "PEM": "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC",
    "PEM 2": "qL7xW2/9Zk+Hc5d8Q",
    "LINES": "line two 2281",
    "KEY": "arnx6499M4j0+dWG9m6Z/VQIDfLERvDlhmiwnAihbdA",
    "KEY 2": "6ab9f1eb8f7d3388f4f9d586f66e99fd54080df2c446f0e58668b09c08a16dd0",
  ]

  static let search = LeakSearch(environment, fragments: fragments)

  static var names: [String] { values.keys.sorted() }

  /// A link for each, in several types, and one that sends all of them.
  static var manifest: String {
    let links = names.enumerated().map { index, name in
      switch index % 3 {
      case 0:
        "  l_\(name): { type: S3, config: { region: us-east-1 }, credentials:"
          + " { aws_access_key_id: { env: \(name) }, aws_secret_access_key: { env: \(name) } } }"
      case 1:
        "  l_\(name): { type: HTTP, credentials:"
          + " { headers: { Authorization: { env: \(name), prefix: 'Bearer ' } } } }"
      default:
        "  l_\(name): { type: GCS, description: links of \(index), credentials:"
          + " { access_id: public, secret_key: { env: \(name), suffix: '==' } } }"
      }
    }
    let all = names.map { "X-\($0): { env: \($0) }" }.joined(separator: ", ")
    return "database: prod\nlinks:\n\(links.joined(separator: "\n"))\n"
      + "  z_all: { type: HTTP, credentials: { headers: { \(all) } } }\n"
  }

  /// The CREDENTIALS of a link of the manifest, as they should arrive.
  static func credentials(of name: String) throws -> String {
    let index = names.firstIndex(of: name) ?? 0
    let value = values[name] ?? ""
    let object: Any =
      switch index % 3 {
      case 0: ["aws_access_key_id": value, "aws_secret_access_key": value]
      case 1: ["headers": ["Authorization": "Bearer " + value]]
      default: ["access_id": "public", "secret_key": value + "=="]
      }
    return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
  }
}
