extension LinkCheck {
  /// Two keys of one map that look the same and are not, or one that looks like a key of the type.
  static let lookAlikeKeys = LinkCheck { link, _ in
    ["config", "credentials"].flatMap { root in
      guard let entries = link.body[root]?.entries else { return [LinkFinding]() }
      // Texts of plain ASCII that look the same are the same.
      guard entries.indices.contains(where: { !entries[$0].key.utf8Span.isKnownASCII }) else {
        return []
      }
      let known = link.type?.keys.map(\.name) ?? []
      return entries.enumerated().compactMap { index, entry in
        let others = entries.prefix(index).map(\.key) + known
        guard let twin = others.first(where: { LookAlike.confuses(entry.key, with: $0) }) else {
          return nil
        }
        return LinkFinding(
          Diagnostic(
            .lookAlike,
            "key '\(entry.key.escapedASCII)' looks like '\(twin.escapedASCII)'",
            at: link.place(of: entry.keyNode)
          ),
          about: FieldPath([root, entry.key])
        )
      }
    }
  }
}

extension DesiredState {
  /// Links of one database whose names look the same and are not.
  package var lookAlikes: [Diagnostic] {
    // Names of plain ASCII that look the same are the same.
    guard links.contains(where: { !$0.address.isASCII }) else { return [] }
    let groups = Dictionary(grouping: links) { link in
      // Swift's own equality, which merges composed and decomposed letters as an eye does.
      LookAlike.skeleton(link.address.database) + "\0" + LookAlike.skeleton(link.address.name)
    }
    return groups.values.flatMap { group in
      let sorted = group.sorted { $0.source < $1.source }
      return sorted.dropFirst().map { link in
        Diagnostic(
          .lookAlike,
          "link '\(link.address.description.escapedASCII)' looks like"
            + " '\(sorted[0].address.description.escapedASCII)' at \(sorted[0].source)",
          at: link.source,
          related: sorted[0].source
        )
      }
    }
  }
}

extension LinkAddress {
  fileprivate var isASCII: Bool {
    database.utf8Span.isKnownASCII && name.utf8Span.isKnownASCII
  }
}
