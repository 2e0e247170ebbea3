/// The variables of a session: what every one begins with, and what its client has set since.
struct SessionVariables {
  /// Statements and their answers may have so many bytes.
  static let largestPacket = 64 << 20

  /// By upper-case names; what SingleStore knows beside these, and `sql_mode`, the catalog answers.
  private static let defaults: [String: String] = [
    "AGGREGATOR_ID": "1",
    "AUTO_INCREMENT_INCREMENT": "1",
    "AUTOCOMMIT": "1",
    "CHARACTER_SET_CLIENT": "utf8mb4",
    "CHARACTER_SET_CONNECTION": "utf8mb4",
    "CHARACTER_SET_DATABASE": "utf8mb4",
    "CHARACTER_SET_RESULTS": "utf8mb4",
    "CHARACTER_SET_SERVER": "utf8mb4",
    "COLLATION_CONNECTION": "utf8mb4_general_ci",
    "COLLATION_SERVER": "utf8mb4_general_ci",
    "INIT_CONNECT": "",
    "INTERACTIVE_TIMEOUT": "28800",
    "LICENSE": "",
    "LOWER_CASE_TABLE_NAMES": "0",
    "MAX_ALLOWED_PACKET": String(largestPacket),
    "NET_WRITE_TIMEOUT": "60",
    "PERFORMANCE_SCHEMA": "0",
    "QUERY_CACHE_SIZE": "0",
    "QUERY_CACHE_TYPE": "OFF",
    "SQL_SELECT_LIMIT": "18446744073709551615",
    "SYSTEM_TIME_ZONE": "UTC",
    "TIME_ZONE": "SYSTEM",
    "TRANSACTION_ISOLATION": "READ-COMMITTED",
    "TX_ISOLATION": "READ-COMMITTED",
    "VERSION": Greeting.version,
    "VERSION_COMMENT": "linkctl's sandbox",
    "WAIT_TIMEOUT": "28800",
  ]

  private var own: [String: String] = [:]

  /// Takes whatever a client sets, and remembers it for this session.
  mutating func set(_ setting: SessionStatement.Setting) {
    own[setting.name] = setting.value
  }

  /// `nil` for what only the catalog may know.
  subscript(name: String) -> String? {
    own[name] ?? Self.defaults[name]
  }

  /// All that there are, by name.
  var all: [(name: String, value: String)] {
    Self.defaults.merging(own.filter { !$0.key.hasPrefix("@") }) { $1 }
      .map { (name: $0.key.lowercased(), value: $0.value) }
      .sorted { $0.name < $1.name }
  }
}
