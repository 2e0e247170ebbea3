extension PlanDocument {
  /// A link before or after its change.
  package enum Side: Sendable {
    case current(CatalogLink)
    case desired(DesiredLink)
    /// As a document had it.
    case read(JSONValue)
  }
}

extension PlanDocument.Side {
  /// As documents have it.
  package var json: JSONValue { JSONValue { tell(&$0) } }

  func tell<Sink: JSONSink & ~Copyable>(_ json: inout Sink) {
    switch self {
    case .current(let link): link.tell(&json)
    case .desired(let link): link.tell(&json)
    case .read(let value): json.value(value)
    }
  }
}

extension CatalogLink {
  fileprivate func tell<Sink: JSONSink & ~Copyable>(_ json: inout Sink) {
    json.object { json in
      json.member("type", type)
      if case .readable(let config) = config {
        json.key("config")
        if let config { json.sorted(config) } else { json.null() }
      }
      json.member("description", orNull: description)
      json.member("tag", orNull: mark.content)
    }
  }
}

extension DesiredLink {
  fileprivate func tell<Sink: JSONSink & ~Copyable>(_ json: inout Sink) {
    json.object { json in
      json.member("type", orNull: type?.name)
      json.member("config", orNull: shownConfig)
      json.member("description", orNull: description)
      json.key("credentials")
      credentials.tell(&json)
    }
  }
}

extension DesiredLink.Credentials {
  /// `null` where they are not managed, an empty text where the clause holds one.
  fileprivate func tell<Sink: JSONSink & ~Copyable>(_ json: inout Sink) {
    switch self {
    case .unmanaged: json.null()
    case .none: json.text("")
    case .declared(let value): value.tell(&json)
    }
  }
}

extension CredentialValue {
  fileprivate func tell<Sink: JSONSink & ~Copyable>(_ json: inout Sink) {
    switch self {
    case .literal(let value): json.value(value)
    case .hidden(let literal): json.text(Hole.literal(literal).placeholder)
    case .reference(let reference): reference.tell(&json)
    case .array(let items): json.list(items) { $1.tell(&$0) }
    case .object(let members):
      json.object { json in
        for member in members {
          json.key(member.key)
          member.value.tell(&json)
        }
      }
    }
  }
}

extension Reference {
  /// As a manifest writes it.
  fileprivate func tell<Sink: JSONSink & ~Copyable>(_ json: inout Sink) {
    json.object { json in
      switch source {
      case .environment(let name): json.member("env", name)
      case .file(let path): json.member("file", path)
      }
      if !prefix.isEmpty { json.member("prefix", prefix) }
      if !suffix.isEmpty { json.member("suffix", suffix) }
    }
  }

  package var json: JSONValue { JSONValue { tell(&$0) } }
}
