internal import Glibc
internal import LinkCore

/// The process's environment variables at one moment, as a value.
struct Environment: Sendable {
  private var values: [ExactText: [UInt8]] = [:]

  init(_ values: [String: String]) {
    for (name, value) in values { self.values[ExactText(name)] = Array(value.utf8) }
  }

  /// The variables as the system has them; of two with one name the first counts, as for `getenv`.
  init(entries: some Sequence<[UInt8]>) {
    for entry in entries {
      guard let equals = entry.firstIndex(of: UInt8(ascii: "=")),
        let name = String(validating: entry[..<equals], as: UTF8.self)
      else { continue }
      let key = ExactText(name)
      if values[key] == nil { values[key] = Array(entry[(equals + 1)...]) }
    }
  }

  /// Those of this process, now.
  static var current: Environment {
    var entries: [[UInt8]] = []
    var next = environ
    while let entry = next.pointee {
      let length = strlen(entry)
      entries.append(Array(UnsafeRawBufferPointer(start: entry, count: length)))
      next += 1
    }
    return Environment(entries: entries)
  }

  /// The names of all variables, in byte order.
  var names: [String] { values.keys.sorted().map(\.text) }

  /// A variable's text; `nil` where it is not set or no UTF-8.
  subscript(name: String) -> String? {
    bytes(of: name).flatMap { String(validating: $0, as: UTF8.self) }
  }

  /// A variable's value as it is; `nil` where it is not set.
  func bytes(of name: String) -> [UInt8]? {
    values[ExactText(name)]
  }

  /// Whether a variable is set to anything but nothing, `0` and `false`, as switches are.
  func isOn(_ name: String) -> Bool {
    guard let value = self[name]?.lowercased() else { return false }
    return !["", "0", "false"].contains(value)
  }
}
