internal import LinkCore
internal import LinkYAML

/// What a script makes becomes manifests that load, that say what the script said, and that hold none
/// of its secrets.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = bytes(start, count)
  guard let script = try? ScriptImport(input, database: "d") else { return 0 }
  for links in Dictionary(grouping: script.links, by: \.address.database).values { check(links) }
  return 0
}

private func check(_ links: [ImportedLink]) {
  let database = links[0].address.database
  let members = links.map { JSONValue.Member($0.address.name, $0.body()) }
  let empty = ManifestEditor.manifest(of: database, comments: ["Imported"])
  let written = try? ManifestEditor.merging(
    .object([.init("links", .object(members))]),
    into: empty,
    file: "a.yaml"
  )
  guard let written else { preconditionFailure("an import cannot be written") }
  let document = YAMLParser.parse(written, file: "a.yaml")
  guard let root = document.root, let manifest = Manifest.read(root, file: "a.yaml").manifest else {
    preconditionFailure("an import cannot be read")
  }
  let reader = DesiredLinksReader(
    values: EnvironmentValues(environment: "default", values: []),
    declaredEnvironments: nil
  )
  let reading = reader.read(manifest)
  require(!reading.findings.contains { $0.severity == .error }, "an import is not of its form")
  require(reading.links.count == links.count, "a link was lost")
  for link in links {
    guard let same = reading.links.first(where: { $0.address == link.address }) else {
      preconditionFailure("a link has another name")
    }
    require(link.override(of: same) == nil, "a link says something else")
    if case .declared(let credentials) = same.credentials {
      require(credentials.hiddenLiterals.isEmpty, "a secret was written")
    }
  }
}
