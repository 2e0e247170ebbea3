extension LinkChange.Reason {
  /// The long help; a reason without one does not compile.
  package var explanation: Explanation {
    switch self {
    case .missing: .missing
    case .configChanged: .configChanged
    case .descriptionChanged: .descriptionChanged
    case .severalChanged: .severalChanged
    case .typeChanged: .typeChanged
    case .rotateRequested: .rotateRequested
    case .declaredAbsent: .declaredAbsent
    case .blocked: .blocked
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
    case .unreadable: .blockedByUnreadable
    }
  }
}

extension LinkChange.Unverifiable {
  /// The long help; a reason without one does not compile.
  package var explanation: Explanation {
    switch self {
    case .credentials: .credentialsUnreadable
    case .config: .configUnreadable
    case .redacted: .configRedacted
    }
  }
}
