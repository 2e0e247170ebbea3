package import LinkCore

/// What each version knows, as its documentation has it; owes nothing to what a plan assumes.
extension Dialect {
  /// The answer to `@@memsql_version`.
  package var version: String {
    switch self {
    case .nineOne: "9.1.0"
    case .nineZero: "9.0.0"
    case .eightFive: "8.5.0"
    }
  }

  private var isNew: Bool { self == .nineOne }

  var grammar: Set<Capability> {
    isNew ? [.alterLink, .ifNotExists, .orReplace] : []
  }

  /// The columns of `information_schema.LINKS`.
  var linkColumns: [String] {
    ["DATABASE_NAME", "LINK", "TYPE", "DESCRIPTION"] + (isNew ? ["CONFIG"] : [])
  }

  /// Those of `SHOW LINKS`.
  var shownColumns: [String] {
    ["Link", "Type", "Description"] + (isNew ? ["Config"] : [])
  }

  /// Links of type MYSQL were a preview in 8.5, and are off here.
  var types: Set<String> {
    let always: Set<String> = ["S3", "AZURE", "GCS", "HDFS", "HTTP", "KAFKA", "MONGODB"]
    return self == .eightFive ? always : always.union(["MYSQL"])
  }

  /// System variables by their upper-case names.
  var variables: [String: String] {
    let always = ["@@MEMSQL_VERSION": version, "@@SQL_MODE": "STRICT_ALL_TABLES"]
    guard self == .eightFive else { return always }
    return always.merging(["@@EXPERIMENTAL_ENABLE_MYSQL_MIGRATION": "0"]) { $1 }
  }
}
