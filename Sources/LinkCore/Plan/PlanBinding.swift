/// What a plan stands and falls with, by name: its digest covers this and nothing else.
///
/// What the rest of the catalog holds, where in a file something stands, and when the plan was made
/// are not in it.
struct PlanBinding {
  /// In the order in which differences are told.
  let inputs: [JSONValue.Member]
  /// What each file says, by path.
  let files: [JSONValue.Member]
  /// The links that change or are blocked.
  private let changes: [PlanDocument.Change]

  init(
    environment: String,
    owner: String,
    isTagging: Bool,
    inputs: Plan.Inputs,
    options: PlanDocument.Options,
    changes: [PlanDocument.Change]
  ) {
    self.inputs = [
      .init("environment", .string(environment)),
      .init("owner", .string(owner)),
      .init("tags", .bool(isTagging)),
      .init("target", .string(inputs.target)),
      .init("server_version", .string(inputs.serverVersion)),
      .init("server_capabilities", .array(inputs.serverCapabilities.map(JSONValue.string))),
      .init("options", options.json),
    ]
    files = inputs.files.map { .init($0.file, .string($0.digest)) }
    self.changes = changes.filter { $0.action != .none || $0.block != nil }
  }

  /// What is to be done to each link, by full name.
  var links: [JSONValue.Member] { changes.map(\.namedBinding) }

  /// The digest of lines in canonical form, the first of the inputs, the others of a link each.
  func digest(by workers: some Workers, with digest: any RunningDigest) -> String {
    let head = JSONValue.object(inputs + [.init("files", .object(files))])
    digest.add(CanonicalWriter.lines(CollectionOfOne(head)) { $0.sorted($1) })
    workers.mapParts(of: changes) { part in
      CanonicalWriter.lines(part) { $0.sorted(.object([$1.namedBinding])) }
    } inOrder: {
      digest.add($0)
    }
    return digest.text()
  }
}

extension PlanDocument.Change {
  fileprivate var namedBinding: JSONValue.Member { .init(address.description, binding) }

  private var binding: JSONValue {
    JSONValue { json in
      json.object { json in
        json.member("actions", action.names)
        json.member("before", orNull: before?.json)
        json.member("after", orNull: after?.json)
        json.member("credentials", credentials)
        json.member("statements", statements) { $1.tell(&$0) }
        json.member("block", orNull: block?.reason)
      }
    }
  }
}
