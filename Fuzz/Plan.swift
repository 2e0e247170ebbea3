internal import LinkCore

/// Plans are read as they were written, and only as plans.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  // The digest of every document is empty here and stands behind it, or no input would come past it.
  let read = { (bytes: [UInt8]) in try PlanDocument(reading: bytes, digest: { _ in "" }) }
  let stamp = ",\n  \"document_digest\": \"\"\n}\n"
  guard let plan = try? read(bytes(start, count) + stamp.utf8) else { return 0 }
  let document = stamped(plan)
  guard let again = try? read(Array(document.utf8)) else {
    preconditionFailure("a plan of our own cannot be read")
  }
  require(stamped(again).isIdentical(to: document), "a plan changes when it is read")
  return 0
}

private func stamped(_ plan: PlanDocument) -> String {
  let stamp = JSONValue.Member("document_digest", "")
  return JSONValue.object((plan.json.members ?? []) + [stamp]).document
}
