/// What a plan stands and falls with, by name: its digest covers this and nothing else.
///
/// What the rest of the catalog holds, where in a file something stands, and when the plan was made
/// are not in it.
struct PlanBinding {
  /// In the order in which differences are told.
  let inputs: [JSONValue.Member]
  /// What each file says, by path.
  let files: [JSONValue.Member]
  /// What is to be done to each link that changes or is blocked, by full name.
  let links: [JSONValue.Member]

  init(
    environment: String,
    owner: String,
    isTagging: Bool,
    inputs: Plan.Inputs,
    options: PlanDocument.Options,
    changes: [PlanDocument.Change],
    by workers: some Workers = OneWorker()
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
    let bound = changes.filter { $0.action != .none || $0.block != nil }
    links = workers.mapParts(of: bound) { part in
      part.map { JSONValue.Member($0.address.description, $0.binding) }
    }.flatMap(\.self)
  }

  /// What the digest is taken of.
  var json: JSONValue {
    .object(inputs + [.init("files", .object(files)), .init("links", .object(links))])
  }
}

extension PlanDocument.Change {
  fileprivate var binding: JSONValue {
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
