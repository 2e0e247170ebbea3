/// Colour, where a stream shows it.
struct Style {
  let isColored: Bool

  static let plain = Style(isColored: false)

  func green(_ text: String) -> String { painted(text, "32") }
  func red(_ text: String) -> String { painted(text, "31") }
  func yellow(_ text: String) -> String { painted(text, "33") }
  func cyan(_ text: String) -> String { painted(text, "36") }
  func dim(_ text: String) -> String { painted(text, "2") }
  func bold(_ text: String) -> String { painted(text, "1") }

  private func painted(_ text: String, _ code: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
