/// The way to a field of a link: `description`, `config.region`, `config."security.protocol"`.
package struct FieldPath: Hashable, Sendable {
  package let components: [String]

  package init(_ components: [String]) {
    self.components = components
  }

  package func appending(_ component: String) -> FieldPath {
    FieldPath(components + [component])
  }

  package static func == (one: FieldPath, other: FieldPath) -> Bool {
    one.components.elementsEqual(other.components) { $0.isIdentical(to: $1) }
  }

  package func hash(into hasher: inout Hasher) {
    for component in components { ExactText(component).hash(into: &hasher) }
  }

  /// Whether the other path is this one or lies below it.
  package func covers(_ other: FieldPath) -> Bool {
    other.components.count >= components.count
      && zip(components, other.components).allSatisfy { $0.isIdentical(to: $1) }
  }
}

extension FieldPath: ExpressibleByArrayLiteral {
  package init(arrayLiteral components: String...) {
    self.init(components)
  }
}

extension FieldPath: CustomStringConvertible {
  /// Components joined by dots; one that is empty or holds a dot or a quote stands in quotes, with
  /// `\` before a quote or backslash.
  package var description: String {
    components.map(Self.shown).joined(separator: ".")
  }

  static func shown(_ component: String) -> String {
    let isBare = component.hasOnlyBytes { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "\"") }
    guard component.isEmpty || !isBare else { return component }
    var quoted = "\""
    for scalar in component.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted.unicodeScalars.append("\\") }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}

extension FieldPath {
  /// The way from a clause to a key of it, as an author knows it: a key at the top of its clause
  /// stands bare.
  package var shownBelowClause: String {
    components.count == 2
      ? components[1].shown : FieldPath(Array(components.dropFirst())).description.shown
  }
}

extension FieldPath {
  /// Reads a path as `description` writes it; `nil` where it is not of that form.
  package init?(parsing text: String) {
    var parser = FieldPathParser(text)
    guard let components = parser.components() else { return nil }
    self.init(components)
  }
}

private struct FieldPathParser {
  private var rest: Substring.UnicodeScalarView

  init(_ text: String) {
    rest = Substring(text).unicodeScalars
  }

  mutating func components() -> [String]? {
    var components: [String] = []
    repeat {
      guard let component = rest.first == "\"" ? quoted() : bare() else { return nil }
      components.append(component)
    } while take(".")
    return rest.isEmpty ? components : nil
  }

  private mutating func bare() -> String? {
    let component = rest.prefix { $0 != "." && $0 != "\"" }
    rest.removeFirst(component.count)
    return component.isEmpty ? nil : String(component)
  }

  private mutating func quoted() -> String? {
    var component = String.UnicodeScalarView()
    rest.removeFirst()
    while let scalar = rest.popFirst() {
      if scalar == "\"" { return String(component) }
      guard scalar == "\\" else {
        component.append(scalar)
        continue
      }
      guard let escaped = rest.popFirst() else { return nil }
      component.append(escaped)
    }
    return nil
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard rest.first == scalar else { return false }
    rest.removeFirst()
    return true
  }
}
