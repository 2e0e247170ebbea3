extension LinkPlanner {
  /// Whether a person wants a link that is not ours to become ours.
  ///
  /// What a later version has written is never taken: nobody here knows what it says.
  var isAdopted: Bool {
    guard let foreign, options.consents(to: .adopt, of: desired) else { return false }
    switch foreign {
    case .newer: return false
    case .otherOwner:
      return options.takeOver.contains { $0.isIdentical(to: current?.mark.tag?.owner ?? "") }
    case .untagged, .altered, .copied: return true
    }
  }

  /// A link that is not ours, with what differs in it.
  func leftAlone(_ current: CatalogLink) -> LinkChange {
    let fields = desired.isAbsent ? [] : Diff(desired: desired, current: current).fields
    return made(.none, .notOurs, fields: fields, credentials: knowledge.credentials)
  }

  /// A link that becomes ours by a replace, which writes the tag; where its credentials are not
  /// managed it cannot be replaced, and adoption permits to change its CONFIG alone.
  func adoption(of current: CatalogLink, fields: [FieldChange]) -> LinkChange {
    let isDifferent = fields.contains { !$0.isUnreadable }
    if isManagingCredentials {
      return replacement(of: current, .adopt, reason: .adopt, fields: fields)
    }
    return isDifferent
      ? inPlace(current, fields: fields)
      : made(.none, .inSync, fields: fields, credentials: .unmanaged)
  }
}
