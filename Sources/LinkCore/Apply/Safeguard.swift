/// What is made sure of right before a statement is sent.
package enum Safeguard: Sendable {
  /// The catalog as far as one link is concerned, with the pipelines that use it if asked for.
  package typealias ReadLink =
    @Sendable (_ link: LinkAddress, _ withPipelines: Bool, any Server) throws(ServerError) ->
    Snapshot

  /// The target is locked as a whole, and the kernel frees the lock.
  case none
  /// The server's lock is held still.
  case lock(isHeld: @Sendable () -> Bool)
  /// Nobody else changed the link since the catalog was read.
  case rereading(ReadLink)

  /// Why a statement, one of a change's, is not sent; `nil` where it may be.
  func refusal(
    of position: Int,
    in change: LinkChange,
    over server: any Server
  ) throws(ServerError) -> Run.Failure? {
    switch self {
    case .none: return nil
    case .lock(let isHeld): return isHeld() ? nil : .lockIsLost
    case .rereading(let read):
      let drops = change.action == .drop || change.action == .recreate
      let catalog = CurrentCatalog(try read(change.address, drops && position == 0, server))
      return change.hasMoved(before: position, in: catalog) ? .linkHasMoved : nil
    }
  }
}

extension LinkChange {
  /// What a recreation's second statement needs is that there is nothing.
  fileprivate func hasMoved(before position: Int, in catalog: CurrentCatalog) -> Bool {
    position == 0 ? moved(in: catalog) != nil : catalog[address] != nil
  }
}

extension Run.Failure {
  static let lockIsLost = Run.Failure(
    message: "the lock on the server was lost; the statement was not sent",
    endsRun: .lockIsLost
  )

  static let linkHasMoved = Run.Failure(
    message: "somebody else changed the link meanwhile; the statement was not sent"
  )
}
