internal import LinkCore

/// Whatever is JSON means the same when it is written and read again.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = bytes(start, count)
  let value: JSONValue
  do throws(JSONError) {
    value = try JSONValue(reading: input)
  } catch {
    require((0...count).contains(error.offset), "an error lies outside of the text")
    return 0
  }
  require(value.means(value), "a value differs from itself")
  guard let again = try? JSONValue(reading: value.canonical),
    let indented = try? JSONValue(reading: value.document)
  else { preconditionFailure("what was written cannot be read") }
  require(again.means(value) && value.means(again), "canonical JSON means something else")
  require(indented.means(value), "a document means something else")
  require(again.canonical.isIdentical(to: value.canonical), "canonical JSON has two forms")
  return 0
}
