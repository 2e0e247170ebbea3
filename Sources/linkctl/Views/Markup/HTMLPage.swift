internal import LinkCore

/// A page that stands alone: it loads nothing and runs nothing, also where its parts say otherwise.
struct HTMLPage {
  /// Any text.
  let title: String
  /// HTML, in which text from elsewhere is escaped.
  let parts: [String]

  var text: String {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(MarkdownText.escaped(title.shown))</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    \(parts.joined(separator: "\n"))
    </body>
    </html>

    """
  }

  private static let style = """
    :root { color-scheme: light dark; }
    body { font: 16px/1.5 system-ui, sans-serif; margin: 1rem auto; max-width: 60rem; padding: 0 1rem; }
    code, pre { font: 0.875rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
    pre { background: light-dark(#f4f4f5, #26262a); border-radius: 6px; padding: 0.75rem; white-space: pre-wrap; }
    table { border-collapse: collapse; display: block; overflow-x: auto; }
    td, th { border-bottom: 1px solid light-dark(#d4d4d8, #46464c); padding: 0.25rem 0.75rem 0.25rem 0; text-align: left; vertical-align: top; }
    details { border-bottom: 1px solid light-dark(#d4d4d8, #46464c); padding: 0.5rem 0; }
    summary { cursor: pointer; }
    ins, del, pre b { display: inline; font-weight: inherit; text-decoration: none; }
    ins { color: light-dark(#116329, #7ee787); }
    del { color: light-dark(#a40e26, #ffa198); }
    pre b { color: light-dark(#7d4e00, #e3b341); }
    """
}
