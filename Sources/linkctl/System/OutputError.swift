/// Why a result or a message did not reach whoever reads it.
struct OutputError: Error, Hashable {
  let stream: Output.Stream
  let cause: SystemError
}

extension OutputError: CustomStringConvertible {
  /// `cannot write to standard output: Broken pipe`.
  var description: String { "cannot write to \(stream.name): \(cause.text)" }
}
