internal import LinkCore
internal import Synchronization

/// The one way out for every byte on stdout and stderr: nothing passes with a secret in it.
///
/// Whole messages go in, so that no secret is ever split over two of them; several threads may write.
final class Output: Sendable {
  enum Stream: Hashable, Sendable {
    /// What was asked for, on stdout.
    case result
    /// Everything else, on stderr.
    case message

    var name: String {
      switch self {
      case .result: "standard output"
      case .message: "standard error"
      }
    }
  }

  private struct Mask {
    var secrets: [Secret] = []
    var redactor = Redactor()
  }

  private let result: Int32
  private let message: Int32
  private let known = Mutex(Mask())
  private let turn = Mutex(())

  /// Writes to these open files instead of stdout and stderr.
  init(result: Int32 = 1, message: Int32 = 2) {
    self.result = result
    self.message = message
  }

  /// Knows all secrets that were resolved so far; for what goes into files and for server messages.
  var redactor: Redactor {
    known.withLock { $0.redactor }
  }

  /// From now on these secrets are masked too.
  func mask(_ secrets: [Secret]) {
    guard !secrets.isEmpty else { return }
    known.withLock { mask in
      mask.secrets += secrets
      mask.redactor = Redactor(mask.secrets)
    }
  }

  /// Writes the whole text, or says why it could not.
  func write(_ text: String, to stream: Stream) throws(OutputError) {
    try write(redactor.redact(Array(text.utf8)), to: stream)
  }

  /// Writes a JSON document as the result; secrets are masked in its texts, so that it stays JSON
  /// whatever they look like.
  func write(_ document: JSONValue) throws(OutputError) {
    try write(redactor.redact(document).documentBytes, to: .result)
  }

  /// Writes a document as the result, piece by piece; whoever makes it has masked its texts.
  func write(_ make: (_ deliver: @escaping @Sendable ([UInt8]) -> Void) -> Void) throws(OutputError)
  {
    let number = number(of: .result)
    let pieces = PieceWriter { bytes throws(SystemError) in try writeAll(bytes, to: number) }
    turn.withLock { _ in make { pieces.write($0) } }
    if let error = pieces.error { throw OutputError(stream: .result, cause: error) }
  }

  private func write(_ bytes: [UInt8], to stream: Stream) throws(OutputError) {
    do throws(SystemError) {
      try turn.withLock { _ throws(SystemError) in
        try writeAll(bytes, to: number(of: stream))
      }
    } catch {
      throw OutputError(stream: stream, cause: error)
    }
  }

  func number(of stream: Stream) -> Int32 {
    switch stream {
    case .result: result
    case .message: message
    }
  }
}
