/// Ends the process, which the fuzzer takes for a finding, where something that always holds does
/// not.
func require(_ condition: Bool, _ message: @autoclosure () -> String) {
  precondition(condition, message())
}

/// The input as an array.
func bytes(_ start: UnsafePointer<UInt8>, _ count: Int) -> [UInt8] {
  Array(UnsafeBufferPointer(start: start, count: count))
}
