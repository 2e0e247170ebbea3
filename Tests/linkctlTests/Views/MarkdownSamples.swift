import LinkCore

@testable import linkctl

/// Plans whose every free text is the same, as documents of plans are read.
enum MarkdownSamples {
  /// A plan with one text in each place that holds data: a link for each kind of change.
  static func document(_ data: String, links: Int = 1, long: Int = 1) throws -> PlanDocument {
    let text = JSONValue.string(data)
    let value = JSONValue.string(String(repeating: data, count: long))
    let changes = (0..<links).flatMap { index in
      ["create", "update", "delete", "no-op"].map { action in
        change(action, named: "\(data)\(index)\(action)", text, value)
      }
    }
    let blocked = (0..<links).map { index in
      JSONValue.object([
        .init(
          "address",
          .string(LinkAddress(database: data, name: "\(data)\(index)no-op").description)
        ),
        .init("reason", text), .init("message", text), .init("advice", text),
        .init("source", place(data)),
      ])
    }
    let document: JSONValue = [
      "format_version": "1.0", "kind": "linkctl.plan", "plan_digest": text, "environment": text,
      "owner": text,
      "inputs": [
        "manifests_digest": text, "files": .object([.init(data, text)]), "catalog_digest": text,
        "catalog_taken_at": text,
        "server_version": text, "server_capabilities": [text], "target": text, "target_given": true,
      ],
      "options": [
        "only": [text], "exclude": [text], "allow_drop": [text], "allow_recreate": [], "rotate": [],
      ],
      "summary": summary(links), "resource_changes": .array(changes), "blocked": .array(blocked),
      "unmanaged": .array((0..<links).map { _ in text }), "left_out": 0,
      "diagnostics": .array(
        (0..<links).map { _ in
          ["severity": "warning", "rule": text, "message": text, "source": place(data)]
        }
      ),
    ]
    let rest = document.document.dropLast("\n}\n".count)
    let stamped = "\(rest),\n  \"document_digest\": \"\"\n}\n"
    return try PlanDocument(reading: Array(stamped.utf8)) { _ in "" }
  }

  private static func summary(_ links: Int) -> JSONValue {
    let names = [
      "create", "update", "adopt", "recreate", "drop", "blocked", "not_ours", "unchanged",
      "unverifiable", "unmanaged", "orphaned",
    ]
    return .object(names.map { .init($0, .number(JSONNumber(links))) })
  }

  private static func change(
    _ action: String,
    named name: String,
    _ text: JSONValue,
    _ value: JSONValue
  ) -> JSONValue {
    let data = text.text ?? ""
    let path = JSONValue.string(FieldPath(["config", data]).description)
    return [
      "address": .string(LinkAddress(database: data, name: name).description),
      "link_type": text, "database": text, "name": .string(name), "source": place(data),
      "change": ["actions": [.string(action)], "before": .null, "after": .null],
      "fields": [["path": path, "before": value, "after": ["a": value], "source": place(data)]],
      "action_reason": text, "credentials": text,
      "sent": [["path": path, "value": value, "secret": true, "source": place(data)]],
      "statements": [["sql": value, "secrets": []]],
      "pipelines": [["database": text, "name": text, "state": text]],
      "unverifiable": [text],
    ]
  }

  private static func place(_ data: String) -> JSONValue {
    ["file": .string(data), "line": 1, "column": 1]
  }
}

extension MarkdownViewTests {
  /// What renders as something where it is taken for Markdown, HTML or a reference.
  static let hostile = [
    "# heading", "\n# heading\n", "heading\n===", "heading\n---", "\n\n---\n\n", "* item", "- item",
    "\n- item\n", "1. item", "> quote", "\n> quote", "    code", "\tcode", "```", "````\n```",
    "```\n\n# out\n\n```", "~~~", "`", "``", "```````", "a`b``c", "`a`", " ` ", "**bold**", "__b__",
    "*it*", "_it_", "~~gone~~", "[text](https://evil.example)", "[text][ref]",
    "[ref]: https://e.example",
    "\n[ref]: https://evil.example\n", "![image](https://evil.example/x.png)", "[^1]", "[^1]: note",
    "<https://evil.example>", "https://evil.example/x", "http://evil.example", "www.evil.example",
    "ftp://evil.example", "someone@evil.example", "<someone@evil.example>", "mailto:a@evil.example",
    "@someone", "@org/team", "#1", "GH-1", "org/repo#1", "0123456789abcdef0123456789abcdef01234567",
    "<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "</details>",
    "</code></td></tr></table>",
    "</summary>", "<!-- comment", "-->", "--!>", "<![CDATA[x]]>", "<?php", "<!DOCTYPE html>",
    "</p>",
    "<a href='https://evil.example'>x</a>", "<b>", "&lt;b&gt;", "&#60;b&#62;", "&nbsp;", "&", "<",
    ">",
    "\"", "'", "| a | b |", "|", "\\|", "\\", "\\`", "$$x$$", "$x$", ":smile:", "- [ ] task",
    "- [x] task",
    "| a |\n|---|\n| b |", "\u{202E}evil", "\u{200B}", "line\u{2028}line", "a\r\nb", "\r# heading",
    "\u{1B}[31mred", "```diff", "```suggestion\nx\n```", "<details open>", "<svg onload=x>",
    "javascript:alert(1)", "/assign @someone", "/approve", "!1", "~label", "%milestone", "$(id)",
    "'; rm -rf /",
  ]
}
