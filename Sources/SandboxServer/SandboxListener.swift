internal import NIOCore
internal import NIOPosix
internal import Synchronization

/// A catalog on a port of this machine, in the MySQL protocol; nobody else's machine gets to it.
package final class SandboxListener: Sendable {
  /// Is told of each fault that happens for the first time, as it was written, and on which
  /// connection.
  package typealias Observer = @Sendable (_ fault: String, _ connection: UInt32) -> Void

  /// What a server is to be like.
  package struct Settings: Sendable {
    package let port: Int
    let account: Account
    let faults: [Fault]
    let threads: Int

    /// Port 0 is one that the system picks.
    package init(port: Int, account: Account, faults: [Fault] = [], threads: Int = 1) {
      self.port = port
      self.account = account
      self.faults = faults
      self.threads = max(threads, 1)
    }
  }

  /// Why nobody can connect.
  package struct ListenProblem: Error {
    /// The system's number for it.
    package let code: Int32
  }

  /// Where it listens.
  package let port: Int
  private let group: MultiThreadedEventLoopGroup
  private let context: ListenerContext
  private let channel: any Channel
  private let hasEnded = Mutex(false)

  private static let host = "127.0.0.1"
  /// Statements that may wait for the catalog's file at once.
  private static let workers = 8

  /// Listens from now on.
  package init(
    _ settings: Settings,
    open: @escaping CatalogOpening,
    observe: @escaping Observer = { _, _ in }
  ) throws(ListenProblem) {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: settings.threads)
    let pool = NIOThreadPool(numberOfThreads: Self.workers)
    pool.start()
    let context = ListenerContext(settings, pool: pool, open: open, observe: observe)
    do {
      channel = try Self.bootstrap(group, context).bind(host: Self.host, port: settings.port).wait()
    } catch {
      try? pool.syncShutdownGracefully()
      try? group.syncShutdownGracefully()
      throw ListenProblem(code: (error as? IOError)?.errnoCode ?? 0)
    }
    port = channel.localAddress?.port ?? settings.port
    self.group = group
    self.context = context
  }

  private static func bootstrap(
    _ group: MultiThreadedEventLoopGroup,
    _ context: ListenerContext
  ) -> ServerBootstrap {
    ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 128)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let handler = ConnectionHandler(context, connection: context.nextConnection())
          try channel.pipeline.syncOperations.addHandler(handler)
        }
      }
  }

  /// Lets nobody in any more; callable from any thread, also before `serve`.
  package func stop() {
    channel.close(promise: nil)
  }

  /// Blocks until `stop` is called, and some seconds at most until the statements under way are
  /// finished.
  package func serve() {
    hasEnded.withLock { hasEnded in
      // Nothing can be waited for once the event loops have ended.
      if hasEnded { return }
      try? channel.closeFuture.wait()
      end()
      hasEnded = true
    }
  }

  private func end() {
    let open = context.connections.all
    for channel in open { channel.pipeline.fireUserInboundEventTriggered(ConnectionHandler.Stop()) }
    let ends = open.map(\.closeFuture)
    try? EventLoopFuture.andAllComplete(ends, on: group.next()).wait()
    try? context.pool.syncShutdownGracefully()
    try? group.syncShutdownGracefully()
  }
}
