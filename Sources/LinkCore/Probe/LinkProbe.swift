/// Makes one link with dummy credentials and drops it again, to see what a server does that is
/// documented nowhere.
package struct LinkProbe {
  private let server: any Server
  private let address: LinkAddress

  /// In a database that is there; the number goes into the link's name, so that it meets nobody's.
  package init(_ server: any Server, database: String, number: UInt64) {
    self.server = server
    address = LinkAddress(
      database: database,
      name: "linkctl_probe_\(String(number, radix: 16))"
    )
  }

  private static let syntaxError = 1064
  private static let config: JSONValue = [
    "region": "us-east-1", "endpoint_url": "https://e.invalid",
  ]
  /// With what has to be escaped, beyond ASCII, and a space at its end.
  private static let description = #"a 'probe' of \ "linkctl" — é 👩‍👩‍👧 "#

  /// What was found; the link is gone afterwards, unless the last check says otherwise.
  package func checks() -> [Check] {
    var checks = [attempt("create if missing", definition(.ifNotExists, Self.description))]
    if checks.last?.verdict != .fine {
      checks.append(attempt("create", definition(.plain, Self.description)))
    }
    guard checks.last?.verdict == .fine else { return checks }
    checks += readBack()
    checks.append(attempt("replace", definition(.orReplace, "linkctl")))
    checks.append(
      attempt("alter", Statement(.alterConfig(Self.config, of: .s3), address))
    )
    checks.append(shown())
    checks.append(attempt("drop", Statement(.drop, address)))
    return checks
  }

  private func definition(_ creation: Statement.Creation, _ description: String) -> Statement {
    let dummy: JSONValue = [
      "aws_access_key_id": "linkctl-probe", "aws_secret_access_key": "linkctl-probe",
    ]
    let definition = LinkDefinition(
      type: .s3,
      credentials: .literal(dummy),
      config: Self.config,
      description: description
    )
    return Statement(.create(creation, definition), address)
  }

  private func attempt(_ name: String, _ statement: Statement) -> Check {
    do throws(ServerError) {
      _ = try server.query(statement.preview)
      return Check("probe: \(name)", .fine, "\(statement.form)")
    } catch {
      guard error.code != Self.syntaxError else {
        return Check("probe: \(name)", .warning, "\(statement.form): the server does not know it")
      }
      return Check(
        "probe: \(name)",
        .failed,
        "\(statement.form): error \(error.code): \(error.message)"
      )
    }
  }

  private func readBack() -> [Check] {
    let scope = CatalogScope(databases: [address.database], declared: [address])
    do throws(ServerError) {
      let catalog = try CatalogReader(server, product: "").read(scope)
      guard let link = catalog.links.first(where: { $0.address == address }) else {
        return [Check("probe: read back", .failed, "the link is not in information_schema.LINKS")]
      }
      return [description(of: link), config(of: link)]
    } catch {
      return [Check("probe: read back", .failed, "error \(error.code): \(error.message)")]
    }
  }

  private func description(of link: CatalogLink) -> Check {
    let isSame = link.description?.isIdentical(to: Self.description) == true
    return isSame
      ? Check("probe: description", .fine, "comes back byte for byte")
      : Check("probe: description", .warning, "comes back as '\(link.description ?? "")'")
  }

  private func config(of link: CatalogLink) -> Check {
    switch link.config {
    case .readable(let value):
      let isSame = value.orEmpty.means(Self.config)
      let detail =
        isSame ? "comes back with the same meaning" : "comes back as \(value.orEmpty.canonical)"
      return Check("probe: config", isSame ? .fine : .warning, detail)
    case .unreadable: return Check("probe: config", .unknown, "is not shown")
    case .malformed(let problem): return Check("probe: config", .warning, problem)
    }
  }

  private func shown() -> Check {
    let sql: SQLText = "SHOW CREATE LINK \(address)"
    do throws(ServerError) {
      let answer = try server.ask(Question(sql))
      return Check("probe: show create", .fine, answer.columns.joined(separator: ", "))
    } catch {
      return Check("probe: show create", .warning, "error \(error.code): \(error.message)")
    }
  }
}
