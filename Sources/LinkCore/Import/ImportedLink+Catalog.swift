/// Why a link cannot be declared at all.
package struct ImportProblem: Error, Sendable {
  package let message: String
}

extension ImportedLink {
  /// A link as a catalog has it: without credentials, which no server shows.
  package init(_ link: CatalogLink) throws(ImportProblem) {
    try self.init(
      link.address,
      type: link.type,
      description: link.description,
      config: link.config,
      credentials: nil
    )
  }

  init(
    _ address: LinkAddress,
    type name: String,
    description: String?,
    config: CatalogLink.Config,
    credentials: JSONValue?
  ) throws(ImportProblem) {
    for (kind, name) in [("database", address.database), ("link name", address.name)] {
      if let problem = NameRule.problem(of: name) {
        throw ImportProblem(message: "\(kind) \(problem), which no manifest takes")
      }
    }
    guard let type = LinkType.named(name) else {
      throw ImportProblem(message: "is of type '\(name.shown)', which linkctl does not know")
    }
    let config = ImportedConfig(config, of: type)
    let isWritable = description?.isWritable != false
    self.init(
      address: address,
      type: type,
      description: isWritable ? description : nil,
      config: config.value,
      credentials: credentials,
      gaps: config.gaps + (isWritable ? [] : [.init(path: ["description"], reason: .text)])
    )
  }
}
