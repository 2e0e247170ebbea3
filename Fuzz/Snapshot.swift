internal import LinkCore

/// Snapshots and the paths of fields are read as they were written.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = bytes(start, count)
  readSnapshot(input)
  let text = String(decoding: input, as: UTF8.self)
  if let path = FieldPath(parsing: text) { check(path) }
  let components = input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  check(FieldPath(components.map { String(decoding: $0, as: UTF8.self) }))
  return 0
}

private func readSnapshot(_ input: [UInt8]) {
  guard let snapshot = try? Snapshot(reading: input) else { return }
  let document = snapshot.json.document
  guard let again = try? Snapshot(reading: Array(document.utf8)) else {
    preconditionFailure("a snapshot of our own cannot be read")
  }
  require(again.json.document.isIdentical(to: document), "a snapshot changes when it is read")
}

private func check(_ path: FieldPath) {
  require(FieldPath(parsing: path.description) == path, "a path reads as another")
}
