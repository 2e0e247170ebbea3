internal import NIOCore
internal import NIOPosix

/// One connection on its event loop: bytes go into the conversation, its steps are carried out.
///
/// While the catalog is at work nothing more is read, so that a client which does not wait cannot
/// fill the memory.
final class ConnectionHandler: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  /// Says that the server is about to end.
  struct Stop: Sendable {}

  private static let loginTime = TimeAmount.seconds(10)
  /// What a statement under way gets once the server is to end.
  private static let lastTime = TimeAmount.seconds(3)

  private let listener: ListenerContext
  private let connection: UInt32
  private let worker: SessionWorker
  private var conversation: Conversation
  private var loginLimit: Scheduled<Void>?
  private var isBusy = false
  private var wantsRead = false
  private var isStopping = false
  private var isOver = false

  init(_ listener: ListenerContext, connection: UInt32) {
    self.listener = listener
    self.connection = connection
    worker = SessionWorker(connection: connection, open: listener.open)
    conversation = Conversation(
      Greeting(connection: connection, challenge: Greeting.newChallenge()),
      account: listener.account,
      limit: SessionVariables.largestPacket
    )
  }

  // MARK: Events

  func channelActive(context: ChannelHandlerContext) {
    guard listener.connections.add(context.channel) else {
      let reply = Reply(capabilities: [.protocol41], sequence: 0)
      return end(with: reply.bytes(.refused(.tooManyConnections)), context)
    }
    send(conversation.opening, context)
    loginLimit = context.eventLoop.assumeIsolated().scheduleTask(in: Self.loginTime) {
      if !self.conversation.isOpen, !self.isBusy { self.end(with: [], context) }
    }
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    isOver = true
    // It would keep this connection's catalog open.
    loginLimit?.cancel()
    listener.connections.remove(context.channel)
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isOver else { return }
    conversation.take(unwrapInboundIn(data).readableBytesView)
    proceed(context)
  }

  func read(context: ChannelHandlerContext) {
    wantsRead = isBusy
    if !isBusy { context.read() }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    guard event is Stop else { return context.fireUserInboundEventTriggered(event) }
    isStopping = true
    guard isBusy else { return end(with: [], context) }
    context.eventLoop.assumeIsolated().scheduleTask(in: Self.lastTime) {
      self.end(with: [], context)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    end(with: [], context)
  }

  // MARK: Steps

  private func proceed(_ context: ChannelHandlerContext) {
    while !isBusy, !isOver, let step = conversation.next() { perform(step, context) }
  }

  private func perform(_ step: Conversation.Step, _ context: ChannelHandlerContext) {
    switch step {
    case .send(let bytes): send(bytes, context)
    case .end(let bytes): end(with: bytes, context)
    case .work(let work): begin(work, context)
    }
  }

  private func begin(_ work: Conversation.Work, _ context: ChannelHandlerContext) {
    isBusy = true
    if listener.hasNoFaults { return run(work, FaultPlan.Fired(), context) }
    let (listener, connection) = (listener, connection)
    let fired = listener.pool.runIfActive(eventLoop: context.eventLoop) {
      listener.fire(at: work, of: connection)
    }
    fired.assumeIsolated().whenComplete { fired in
      switch fired {
      case .success(let fired): self.run(work, fired, context)
      case .failure: self.end(with: [], context)
      }
    }
  }

  private func run(
    _ work: Conversation.Work,
    _ fired: FaultPlan.Fired,
    _ context: ChannelHandlerContext
  ) {
    if fired.delay > .zero {
      var fired = fired
      let delay = TimeAmount(fired.delay)
      fired.delay = .zero
      let rest = fired
      context.eventLoop.assumeIsolated().scheduleTask(in: delay) { self.run(work, rest, context) }
      return
    }
    // As on any server, a statement that has arrived is run, also where its client has gone.
    guard fired.cut != .before else { return end(with: [], context) }
    let worker = worker
    let answer = listener.pool.runIfActive(eventLoop: context.eventLoop) {
      worker.run(work, fired)
    }
    answer.assumeIsolated().whenComplete { answer in
      switch answer {
      case .success(let answer): self.deliver(answer, fired.cut, context)
      case .failure: self.end(with: [], context)
      }
    }
  }

  private func deliver(
    _ answer: Answer,
    _ cut: FaultPlan.Fired.Cut?,
    _ context: ChannelHandlerContext
  ) {
    isBusy = false
    let step = conversation.answer(answer)
    switch (cut, step) {
    case (.after, _): return end(with: [], context)
    case (.inReply(let count), .send(let bytes)):
      return end(with: Array(bytes.prefix(count ?? bytes.count / 2)), context)
    default: perform(step, context)
    }
    if isStopping { return end(with: [], context) }
    proceed(context)
    if wantsRead, !isBusy, !isOver {
      wantsRead = false
      context.read()
    }
  }

  // MARK: Bytes

  private func send(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
    guard !isOver else { return }
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
  }

  private func end(with bytes: [UInt8], _ context: ChannelHandlerContext) {
    guard !isOver else { return }
    if !bytes.isEmpty { send(bytes, context) }
    isOver = true
    context.close(promise: nil)
  }
}
