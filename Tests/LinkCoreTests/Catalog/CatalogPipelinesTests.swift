import LinkCore
import Testing

/// Which pipelines use a link, as their configuration tells it.
@Suite struct CatalogPipelinesTests {
  private static let columns = ["CONFIG_JSON", "STATE", "PIPELINE_NAME", "DATABASE_NAME", "MORE"]
  private static let canary = "hunter2CANARY"

  private func read(
    _ answer: Result<ResultSet, ServerError>
  ) throws -> Snapshot {
    let server = CatalogReaderTests.server(
      [["d", "l", "S3", nil, nil], ["d", "a.b", "S3", nil, nil]],
      ("SELECT DATABASE_NAME, PIPELINE_NAME", answer)
    )
    return try CatalogReader(server, product: "SingleStore").read(CatalogReaderTests.scope())
  }

  private func pipelines(_ rows: [[String?]]) throws -> Snapshot.Pipelines {
    try read(.success(ResultSet(columns: Self.columns, rows: rows))).pipelines
  }

  @Test(
    arguments: [
      ("d", #"{"link":"l"}"#, "d.l"), ("e", #"{"link":"d.l"}"#, "d.l"),
      ("e", #"{"link":"`d`.`l`"}"#, "d.l"), ("d", #"{"link":"`l`"}"#, "d.l"),
      ("d", #"{"link":"a.b"}"#, #"d."a.b""#), ("d", #"{"link":"hidden"}"#, "d.hidden"),
      ("e", #"{"link":"l"}"#, nil), ("d", #"{"connection_string":"l"}"#, "d.l"),
      ("d", #"{"connection_string":"LINK l"}"#, "d.l"), ("e", #"{"connection":"LINK d.l"}"#, "d.l"),
      ("d", #"{"connection_string":"bucket/l"}"#, nil),
      ("d", #"{"connection_string":"hidden"}"#, nil),
      ("d", #"{"link":"","connection_string":"s3://x"}"#, nil), ("d", #"{"link":7}"#, nil),
      ("d", "{}", nil),
    ] as [(String, String, String?)]
  )
  func `Finds the link that a pipeline names`(
    database: String,
    config: String,
    link: String?
  ) throws {
    let found = try pipelines([[config, "Running", "p", database, nil]])
    #expect(found.known.map(\.link.description) == (link.map { [$0] } ?? []))
    #expect(found.isComplete)
  }

  @Test(arguments: [nil, "", "no JSON", "[]", #"{"link":"l","link":"m"}"#] as [String?])
  func `What cannot be read is not proven to use nothing`(config: String?) throws {
    let found = try pipelines([
      [config, "Running", "p", "d", nil], [#"{"link":"l"}"#, "Stopped", "q", "d", nil],
    ])
    #expect(found.known.map(\.name) == ["q"])
    #expect(!found.isComplete)
  }

  @Test(arguments: [1044, 1142, 1146, 1054, 1064])
  func `Where the view is hidden, nothing is known of pipelines`(code: Int) throws {
    let snapshot = try read(.failure(ScriptedCatalog.refusal(code)))
    #expect(!snapshot.pipelines.isComplete)
    #expect(snapshot.json["pipelines_complete"]?.canonical == "false")
    let again = try Snapshot(reading: Array(snapshot.json.document.utf8))
    #expect(!again.pipelines.isComplete)
    #expect(again.json.document == snapshot.json.document)
  }

  @Test func `A lost connection is no answer`() {
    let lost = ScriptedCatalog.refusal(2013, outcome: .unknown)
    #expect(throws: lost) { try read(.failure(lost)) }
  }

  /// CONFIG_JSON can hold credentials.
  @Test func `Keeps nothing of a pipeline's configuration but the link`() throws {
    let config = #"{"link":"l","credentials":{"k":"\#(Self.canary)"},"name":"\#(Self.canary)"}"#
    let snapshot = try read(
      .success(ResultSet(columns: Self.columns, rows: [[config, "Error", "p", "d", nil]]))
    )
    var dumped = ""
    dump(snapshot, to: &dumped)
    #expect(snapshot.pipelines.known.count == 1)
    #expect(!dumped.contains(Self.canary))
    let broken = #"{"link":"l","credentials":"\#(Self.canary)"#
    let unread = try read(
      .success(ResultSet(columns: Self.columns, rows: [[broken, "Error", "p", "d", nil]]))
    )
    dump(unread, to: &dumped)
    #expect(!dumped.contains(Self.canary))
  }
}
