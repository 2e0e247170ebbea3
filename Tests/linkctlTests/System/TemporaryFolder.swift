import Glibc
import Testing

/// A folder of one test, gone with it.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/linkctl-tests-XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&template))
    let resolved = try #require(realpath(made, nil))
    defer { free(resolved) }
    path = String(cString: resolved)
  }

  deinit {
    Self.removeAll(path)
  }

  /// An absolute path in the folder.
  subscript(name: String) -> String { path + "/" + name }

  @discardableResult
  func write(_ name: String, _ text: String = "", mode: mode_t = 0o600) throws -> String {
    try write(name, Array(text.utf8), mode: mode)
  }

  @discardableResult
  func write(_ name: String, _ bytes: [UInt8], mode: mode_t = 0o600) throws -> String {
    makeFolders(above: name)
    let file = try #require(fopen(self[name], "w"))
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
    chmod(self[name], mode)
    return self[name]
  }

  func link(_ name: String, to target: String) {
    makeFolders(above: name)
    symlink(target, self[name])
  }

  func makeFIFO(_ name: String) {
    makeFolders(above: name)
    mkfifo(self[name], 0o600)
  }

  func makeFolder(_ name: String) {
    makeFolders(above: name + "/x")
  }

  func mode(_ name: String) -> mode_t {
    var status = stat()
    return lstat(self[name], &status) == 0 ? status.st_mode & 0o777 : 0
  }

  func text(_ name: String) throws -> String {
    let file = try #require(fopen(self[name], "r"))
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The names of everything in the folder itself.
  var names: [String] { Self.names(in: path) }

  static func names(in path: String) -> [String] {
    entries(path).map { String(decoding: $0, as: UTF8.self) }.sorted()
  }

  private static func entries(_ path: String) -> [[UInt8]] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        Array(bytes.prefix { $0 != 0 })
      }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    return names
  }

  /// Names that are no text are removed as the bytes they are.
  private static func removeAll(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      for name in entries(path) {
        if let text = String(validating: name, as: UTF8.self) {
          removeAll(path + "/" + text)
        } else {
          let folder = open(path, O_RDONLY | O_DIRECTORY)
          unlinkat(folder, name.map { CChar(bitPattern: $0) } + [0], 0)
          close(folder)
        }
      }
    }
    remove(path)
  }

  private func makeFolders(above name: String) {
    let parts = name.split(separator: "/").dropLast()
    for end in parts.indices { mkdir(self[parts[...end].joined(separator: "/")], 0o700) }
  }
}
