extension LinkChange.Reason {
  /// The long help; a reason without one does not compile.
  package var explanation: Explanation {
    switch self {
    case .missing: .missing
    case .configChanged: .configChanged
    case .descriptionChanged: .descriptionChanged
    case .credentialsRotated: .credentialsRotated
    case .severalChanged: .severalChanged
    case .typeChanged: .typeChanged
    case .adopt: .adopt
    case .rotateRequested: .rotateRequested
    case .keyRotated: .keyRotated
    case .declaredAbsent: .declaredAbsent
    case .blocked: .blocked
    case .notOurs: .notOurs
    case .inSync: .inSync
    }
  }
}

extension BlockReason {
  /// The long help; a reason without one does not compile.
  package var explanation: Explanation {
    switch self {
    case .typeChange: .typeChange
    case .dropConsent: .dropConsent
    case .protected: .protected
    case .inUse: .inUse
    case .unmanagedCredentials: .unmanagedCredentials
    case .noReplace: .noReplace
    case .unsupportedType: .unsupportedType
    case .retarget: .retarget
    case .unreadable: .blockedByUnreadable
    }
  }
}

extension Guardrail.Kind {
  /// The long help; a guardrail without one does not compile.
  package var explanation: Explanation {
    switch self {
    case .maxChangePercent: .maxChangePercent
    case .minLinks: .minLinks
    case .maxDrops: .maxDrops
    }
  }
}

extension LinkChange.Unverifiable {
  /// The long help; a reason without one does not compile.
  package var explanation: Explanation {
    switch self {
    case .credentials: .credentialsUnreadable
    case .noKey: .noFingerprintKey
    case .otherKey: .otherFingerprintKey
    case .noFingerprint: .noFingerprint
    case .secretMissing: .secretNotSet
    case .offline: .offline
    case .config: .configUnreadable
    case .redacted: .configRedacted
    }
  }
}

extension Foreign {
  /// The long help; a reason without one does not compile.
  package var explanation: Explanation {
    switch self {
    case .untagged: .untagged
    case .altered: .alteredTag
    case .copied: .copiedTag
    case .newer: .newerTag
    case .otherOwner: .otherOwner
    }
  }
}

extension DriftStatus {
  /// The long help; a status without one does not compile.
  package var explanation: Explanation {
    switch self {
    case .inSync: .driftInSync
    case .changedOutside: .driftChangedOutside
    case .pending: .driftPending
    case .both: .driftBoth
    case .differs: .driftDiffers
    case .tagLost: .driftTagLost
    case .missing: .driftMissing
    case .notOurs: .driftNotOurs
    case .orphaned: .driftOrphaned
    case .unmanaged: .driftUnmanaged
    case .unverifiable: .driftUnverifiable
    }
  }
}
