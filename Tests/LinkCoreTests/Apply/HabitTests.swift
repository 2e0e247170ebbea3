import LinkCore
import LinkSeal
import Testing

/// What a server may make of a link between the statement and its catalog.
enum Habit: CaseIterable {
  case keyOrder, whiteSpace, numbersAsText, escapes, addedDefaults, trimmedText, caseOfType
  case nullForEmpty

  /// Whether a plan cannot tell it from what was sent.
  var isHarmless: Bool {
    switch self {
    case .numbersAsText, .addedDefaults, .trimmedText: false
    default: true
    }
  }

  /// A row of `information_schema.LINKS` after a statement.
  func row(of link: SQLStatement.CreateLink, in database: String) -> [String?] {
    let description = self == .trimmedText ? link.description.map(Self.trimmed) : link.description
    let config = link.config.flatMap { try? JSONValue(reading: $0) }
    let shown = config.map { text(of: changed($0)) }
    let isEmpty = config?.members?.isEmpty == true || config == nil
    return [
      database, link.name.name, self == .caseOfType ? link.type.lowercasedForTests : link.type,
      self == .nullForEmpty && description?.isEmpty == true ? nil : description,
      self == .nullForEmpty && isEmpty ? nil : shown,
    ]
  }

  private func changed(_ value: JSONValue) -> JSONValue {
    switch value {
    case .object(let members):
      let rest = members.map { JSONValue.Member($0.key, changed($0.value)) }
      return .object(self == .keyOrder ? rest.reversed() : rest)
    case .array(let items): return .array(items.map(changed))
    case .number(let number) where self == .numbersAsText: return .string(number.text)
    case .string(let text) where self == .trimmedText: return .string(Self.trimmed(text))
    default: return value
    }
  }

  private func text(of value: JSONValue) -> String {
    switch self {
    case .whiteSpace: return value.document
    case .addedDefaults:
      return JSONValue.object((value.members ?? []) + [.init("added.by.server", true)]).canonical
    case .escapes:
      // Within JSON such letters stand in texts alone.
      return value.canonical.unicodeScalars.map { scalar in
        scalar.value > 0x7F || scalar == "<" ? Self.escaped(scalar) : String(scalar)
      }.joined()
    default: return value.canonical
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
      let hex = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    }.joined()
  }

  private static func trimmed(_ text: String) -> String {
    let isSpace = { (scalar: Unicode.Scalar) in " \t\n\r".unicodeScalars.contains(scalar) }
    let rest = Array(text.unicodeScalars.drop(while: isSpace).reversed())
    return String(String.UnicodeScalarView(rest.drop(while: isSpace).reversed()))
  }
}

extension String {
  fileprivate var lowercasedForTests: String { lowercased() }
}

/// Apply then plan is empty, or the habit is told: never a difference that nobody is told of.
@Suite struct HabitTests {
  private static let batches = 20

  /// 10,000 links in all, or what `LINKCTL_PROPERTY_COUNT` asks for.
  private static let batchSize = max(1, StatementPropertyTests.batchSize)

  @Test(arguments: 0..<batches, Habit.allCases)
  func `A plan after an apply is empty, or what the server does is told`(
    batch: Int,
    habit: Habit
  ) throws {
    let state = DesiredState(
      environment: "default",
      links: (0..<Self.batchSize).map { Self.link(batch * Self.batchSize + $0) }
    )
    let first = try Self.plan(state, PlanSamples.catalog([]))
    let tagger = Tagger(
      environment: "default",
      planDigest: "sha256:0",
      keys: .none,
      digest: Digest.sha256
    )
    let applier = Applier(first, tagger: tagger) { _ in nil }
    var rows: [[String?]] = []
    for statement in first.statements {
      let sql = try #require(applier.rendered(statement))
      guard case .createLink(let link) = try SQLReader.statement(in: sql.rendered) else { continue }
      rows.append(habit.row(of: link, in: "d"))
    }
    let catalog = try Self.catalog(rows)
    let works = try applier.work(on: PlanSamples.catalog([]))
    var run = Run(results: first.statements.map { Run.Result(statement: $0, status: .applied) })
    applier.settle(&run, works, by: catalog)
    let failed = run.results.filter { $0.status != .applied }.map(\.statement.preview)
    #expect(failed.prefix(3) == [])
    let second = try Self.plan(state, catalog)
    let told = run.findings.map(\.message)
    let untold = second.actions.filter { change in
      !told.contains { $0.hasPrefix("\(change.address.description.shown): ") }
    }
    #expect(untold.prefix(3).map { "\($0.address): \($0.fields)" } == [])
    if habit.isHarmless { #expect(second.actions.isEmpty && told.isEmpty) }
    #expect(habit.isHarmless || !told.isEmpty)
  }

  private static func link(_ number: Int) -> DesiredLink {
    var hostile = HostileText(seed: UInt64(number))
    let config = JSONValue.object([
      .init("port", .number(JSONNumber(number))), .init("padded", .string(" \(number) ")),
      .init("of any kind", hostile.object()),
    ])
    let text = hostile.int(0...2) == 0 ? nil : " " + hostile.text(pieces: 4)
    let isBare = number.isMultiple(of: 7)
    return DesiredLink(
      address: LinkAddress(database: "d", name: "l\(number)"),
      type: hostile.pick(LinkType.all),
      isAbsent: false,
      description: text,
      config: isBare ? nil : config,
      credentials: .declared(.object([])),
      update: .replace,
      isProtected: false,
      ignored: [],
      waivers: [],
      source: SourceLocation(file: "a.yaml", line: 1, column: 1),
      body: Written.map([]).node
    )
  }

  private static func plan(_ state: DesiredState, _ catalog: Snapshot) throws -> Plan {
    let planner = Planner(
      desired: state,
      catalog: catalog,
      options: PlanOptions(today: try #require(PlanSamples.today)),
      ownership: PlanSamples.ownership()
    )
    return planner.plan(inputs: PlanSamples.inputs(), diagnostics: [])
  }

  private static func catalog(_ rows: [[String?]]) throws -> Snapshot {
    let columns = ["DATABASE_NAME", "LINK", "TYPE", "DESCRIPTION", "CONFIG"]
    let server = ScriptedCatalog([
      (
        "SELECT COLUMN_NAME",
        .success(ResultSet(columns: ["COLUMN_NAME"], rows: columns.map { [$0] }))
      ),
      ("SELECT @@memsql_version", .success(ResultSet(columns: ["v"], rows: [["9.1.3"]]))),
      ("SELECT DATABASE_NAME, LINK", .success(ResultSet(columns: columns, rows: rows))),
      (
        "SELECT DATABASE_NAME, PIPELINE_NAME",
        .success(
          ResultSet(columns: ["DATABASE_NAME", "PIPELINE_NAME", "STATE", "CONFIG_JSON"])
        )
      ),
    ])
    return try CatalogReader(server, product: "SingleStore")
      .read(CatalogScope(databases: ["d"], declared: []))
  }
}
