/// The links that a script of SQL makes, as they are when it has run.
package struct ScriptImport: Sendable {
  package private(set) var links: [ImportedLink] = []
  /// The variables that stand in the places of secrets, in the order of the script.
  package private(set) var variables: [String] = []
  /// What cannot be declared, and why.
  package private(set) var problems: [(address: LinkAddress, message: String)] = []
  /// How many statements are about something else.
  package private(set) var otherStatements = 0

  /// What is wrong with a script, and at which byte; nothing of the script is in it.
  package struct Mistake: Sendable {
    package let message: String
    package let offset: Int
  }

  package struct Refusal: Error, Sendable {
    package let mistakes: [Mistake]
  }

  /// Reads a whole script; a name without a database is of the one given, or of the last `USE`.
  package init(_ script: [UInt8], database: String?) throws(Refusal) {
    var run = ScriptRun(bytes: script, database: database)
    run.execute()
    guard run.mistakes.isEmpty else { throw Refusal(mistakes: run.mistakes) }
    var names = CredentialVariables()
    for (address, link) in run.links.sorted(by: { $0.key < $1.key }) {
      do throws(ImportProblem) {
        links.append(try link.imported(address, &names))
      } catch {
        problems.append((address, error.message))
      }
    }
    variables = names.names
    otherStatements = run.others
  }
}

/// A link as statements have left it.
private struct ScriptLink {
  let type: String
  var credentials: JSONValue?
  var config: JSONValue?
  let description: String?

  func imported(
    _ address: LinkAddress,
    _ names: inout CredentialVariables
  ) throws(ImportProblem) -> ImportedLink {
    let known = LinkType.named(type)
    var referring: JSONValue?
    if let known, let credentials {
      referring = try names.referring(credentials, of: known, for: address)
    }
    return try ImportedLink(
      address,
      type: type,
      description: description,
      config: .readable(config),
      credentials: referring
    )
  }
}

/// Runs a script on a catalog that is empty.
private struct ScriptRun {
  let bytes: [UInt8]
  var database: String?
  var links: [LinkAddress: ScriptLink] = [:]
  var mistakes: [ScriptImport.Mistake] = []
  var others = 0

  mutating func execute() {
    let script: SQLScript
    do throws(SQLReaderError) {
      script = try SQLScript(bytes)
    } catch {
      mistakes.append(.init(message: "\(error.reason)", offset: error.offset))
      return
    }
    for range in script.statements { execute(range) }
  }

  private mutating func execute(_ range: Range<Int>) {
    let sql = String(decoding: bytes[range], as: UTF8.self)
    let words = Self.firstWords(of: sql)
    if words.first == "USE" {
      use(sql, at: range.lowerBound)
    } else if Self.isAboutLink(words) {
      change(sql, at: range.lowerBound)
    } else {
      others += 1
    }
  }

  private static func isAboutLink(_ words: [String]) -> Bool {
    switch words.first {
    case "CREATE":
      words.dropFirst().first == "LINK" || words.dropFirst() == ["OR", "REPLACE", "LINK"]
    case "ALTER", "DROP": words.dropFirst().first == "LINK"
    default: false
    }
  }

  /// At most four, in upper case.
  private static func firstWords(of sql: String) -> [String] {
    sql.split(maxSplits: 4, whereSeparator: { $0 == " " || $0.isNewline || $0 == "\t" })
      .prefix(4).map { String($0).uppercasedASCII }
  }

  private mutating func use(_ sql: String, at offset: Int) {
    do throws(SQLReaderError) {
      database = try SQLReader.name(in: String(sql.dropFirst(3))).name
    } catch {
      mistakes.append(.init(message: "USE: \(error.reason)", offset: offset))
    }
  }

  private mutating func change(_ sql: String, at offset: Int) {
    do throws(SQLReaderError) {
      switch try SQLReader.statement(in: sql) {
      case .createLink(let link): create(link, at: offset)
      case .alterLink(let link): alter(link, at: offset)
      case .dropLink(let name):
        if let address = address(of: name, at: offset) { links[address] = nil }
      default: others += 1
      }
    } catch {
      mistakes.append(.init(message: "\(error.reason)", offset: offset + error.offset))
    }
  }

  private mutating func create(_ link: SQLStatement.CreateLink, at offset: Int) {
    guard let address = address(of: link.name, at: offset) else { return }
    if links[address] != nil, link.ifNotExists { return }
    let credentials = link.credentials.reveal { object($0, "CREDENTIALS", at: offset) }
    links[address] = ScriptLink(
      type: link.type,
      credentials: credentials,
      config: link.config.flatMap { object($0, "CONFIG", at: offset) },
      description: link.description.map { TaggedDescription(reading: $0).text }.flatMap {
        $0.isEmpty ? nil : $0
      }
    )
  }

  private mutating func alter(_ link: SQLStatement.AlterLink, at offset: Int) {
    guard let address = address(of: link.name, at: offset) else { return }
    guard var changed = links[address] else {
      return mistakes.append(
        .init(message: "ALTER LINK of a link that is not made before", offset: offset)
      )
    }
    switch link.config {
    case .whole(let text): changed.config = object(text, "CONFIG", at: offset)
    case .key(let key, let text):
      changed.config = changed.config.orEmpty.setting(.string(text), at: [key])
    case nil: break
    }
    switch link.credentials {
    case .whole(let text):
      changed.credentials = text.reveal { object($0, "CREDENTIALS", at: offset) }
    case .key(let key, let text):
      changed.credentials = changed.credentials.orEmpty.setting(
        text.reveal { .string($0) },
        at: [key]
      )
    case nil: break
    }
    links[address] = changed
  }

  private mutating func address(of name: SQLStatement.Name, at offset: Int) -> LinkAddress? {
    if let database = name.database ?? database {
      return LinkAddress(database: database, name: name.name)
    }
    let message =
      "a link without a database; write one before its name, USE one, or give --database"
    mistakes.append(.init(message: message, offset: offset))
    return nil
  }

  /// An object, or `nil` for an empty text, as HDFS has it.
  private mutating func object(_ text: String, _ clause: String, at offset: Int) -> JSONValue? {
    if text.isEmpty { return nil }
    if let value = try? JSONValue(reading: text), value.members != nil { return value }
    // What is no JSON may be a secret all the same: nothing of it is said.
    mistakes.append(.init(message: "\(clause) is no JSON object", offset: offset))
    return nil
  }
}
