import LinkCore
import Synchronization
import Testing

@testable import linkctl

/// After a power cut at any moment, every file is the old one or the new one, or a journal whose torn
/// end is known for it; and the journal is never ahead of the server, nor behind what it was sent.
@Suite struct PowerLossTests {
  /// What has been looked at, over all moments of a test.
  private final class Tally: Sendable {
    private let counts = Mutex((images: 0, bad: [String]()))

    func count(_ images: [[String: [UInt8]]], _ problem: ([String: [UInt8]]) -> String?) {
      let problems = images.compactMap(problem)
      counts.withLock { counts in
        counts.images += images.count
        counts.bad += problems
      }
    }

    var images: Int { counts.withLock { $0.images } }
    var bad: [String] { counts.withLock { $0.bad } }
  }

  // MARK: Files that are replaced

  private static let new = (0..<6).map { piece in [UInt8](repeating: UInt8(65 + piece), count: 700)
  }

  @Test(arguments: [nil, 3_000] as [Int?])
  func `P3: A plan or snapshot is the old one or the new one`(size: Int?) throws {
    let old = size.map { [UInt8](repeating: 0x6F, count: $0) }
    let new = Self.new.flatMap { $0 }
    let tally = Tally()
    let place = ForgetfulPlace("saved.plan", holding: old) { state in
      tally.count(state.images()) { image in
        let found = image["saved.plan"]
        return found == old || found == new ? nil : "\(found?.count ?? -1) bytes"
      }
    }
    try place.replace { deliver in for piece in Self.new { deliver(piece) } }
    #expect(tally.bad == [], "of \(tally.images)")
    #expect(tally.images >= 500)
    #expect(place.names == ["saved.plan"])
    print("power cuts while a file is replaced: \(tally.images) images, \(tally.bad.count) bad")
  }

  @Test func `P3: Where the disk fails, the old file stays, and nothing lies beside it`() throws {
    for wait in 1...2 {
      let old = Array("old".utf8)
      let last = Mutex<[String: [UInt8]]>([:])
      let place = ForgetfulPlace("saved.plan", holding: old, failingWait: wait) { state in
        last.withLock { $0 = state.images()[0] }
      }
      #expect(throws: FileError.self) {
        try place.replace { deliver in for piece in Self.new { deliver(piece) } }
      }
      #expect(place.names == ["saved.plan"])
      #expect(last.withLock { $0["saved.plan"] } == old)
    }
  }

  // MARK: The journal

  /// A server that takes everything down.
  private final class ListingServer: Server {
    let sent: Mutex<[String]> = Mutex([])

    func run(_ statement: Secret) throws(ServerError) -> ResultSet {
      sent.withLock { sent in statement.reveal { sent.append($0) } }
      return ResultSet()
    }

    var count: Int { sent.withLock { $0.count } }
  }

  private static let links = 12

  /// Carries a plan of twelve out, with its journal on this disk; what became of its statements.
  private func apply(_ place: ForgetfulPlace, _ server: ListingServer) throws -> [Run.Result] {
    let addresses = (0..<Self.links).map { LinkAddress(database: "prod", name: "l\($0)") }
    let catalog = SamplePlan.nothing(in: ["prod"])
    let plan = SamplePlan.plan(addresses.map { SamplePlan.link($0) }, on: catalog)
    let journal = try Journal(at: place)
    try journal.keep(
      .begin(run: "r", planDigest: "d", environment: "prod", target: "t", total: Self.links)
    )
    let box = Shared(server)
    let hooks = ApplyHooks(
      connect: { box.value },
      readCatalog: { _ in catalog },
      record: { record throws(JournalError) in try journal.keep(record) },
      mayGoOn: { true },
      observe: { _ in }
    )
    let applier = SamplePlan.applier(plan)
    var sender = ChangeSender(applier, total: Self.links, hooks: hooks)
    let results = try applier.work(on: catalog).flatMap { sender.send($0) }
    try? journal.keep(.end)
    return results
  }

  private struct Shared: @unchecked Sendable {
    let value: ListingServer

    init(_ value: ListingServer) {
      self.value = value
    }
  }

  @Test func `P3: The journal is never ahead of the server, and knows its torn end`() throws {
    let tally = Tally()
    let server = ListingServer()
    let box = Shared(server)
    let place = ForgetfulPlace("run.ndjson") { state in
      let live = state.names["run.ndjson"].map { number in
        state.files[number].kept + state.files[number].pending.flatMap { $0 }
      }
      let sent = box.value.count
      tally.count(state.images()) { image in
        Self.problem(image["run.ndjson"], live: live ?? [], sent: sent)
      }
    }
    let results = try apply(place, server)
    #expect(results.allSatisfy { $0.status == .applied } && server.count == Self.links)
    #expect(tally.bad == [], "of \(tally.images)")
    #expect(tally.images >= 1_000)
    print("power cuts while a journal is kept: \(tally.images) images, \(tally.bad.count) bad")
  }

  /// What is wrong with a journal that a power cut has left; `nil` where nothing is.
  private static func problem(_ bytes: [UInt8]?, live: [UInt8], sent: Int) -> String? {
    guard let bytes else { return sent == 0 ? nil : "gone after \(sent) statements" }
    let reading = JournalReading(bytes, Journal.line)
    let whole = live.split(separator: 0x0A).map(Array.init)
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    var intents: Set<String> = []
    var outcomes = 0
    for (index, line) in lines.dropLast().enumerated() {
      guard let record = Journal.line.record(of: line) else {
        guard reading.damaged.contains(index + 1) else { return "line \(index + 1) is believed" }
        continue
      }
      guard whole.contains(line) else { return "line \(index + 1) was never written" }
      if record["record"]?.text == "intent" { intents.insert(record["address"]?.text ?? "") }
      if record["record"]?.text == "outcome" { outcomes += 1 }
    }
    if lines.last?.isEmpty == false, !reading.isTorn { return "its torn end is not known" }
    if intents.count < sent { return "\(intents.count) intents for \(sent) statements" }
    return outcomes <= sent ? nil : "\(outcomes) outcomes of \(sent) statements"
  }

  /// The first wait is for the folder, the others are for one intent each.
  @Test func `P3: A statement whose intent cannot be waited for is not sent`() throws {
    for wait in 2...(Self.links + 1) {
      let server = ListingServer()
      let place = ForgetfulPlace("run.ndjson", failingWait: wait) { _ in }
      let results = try apply(place, server)
      #expect(results.count { $0.status == .failed } == 1)
      #expect(server.count == Self.links - 1)
      #expect(results[wait - 2].status == .failed)
      #expect(results[wait - 2].failure?.message.contains("the journal cannot be written") == true)
    }
    #expect(throws: FileError.self) {
      try Journal(at: ForgetfulPlace("run.ndjson", failingWait: 1) { _ in })
    }
  }
}
