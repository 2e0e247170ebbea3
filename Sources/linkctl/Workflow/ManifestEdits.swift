internal import LinkCore
internal import LinkYAML

/// Collects what goes into which manifest, and makes the files of it.
struct ManifestEdits {
  let state: LoadedState
  /// Where new files go, instead of the manifest folder.
  let folder: String?

  private var added: [ExactText: [ImportedLink]] = [:]
  /// By file, then by the link's name.
  private var overrides: [ExactText: [(name: String, override: JSONValue)]] = [:]

  init(state: LoadedState, folder: String?) {
    self.state = state
    self.folder = folder
  }

  mutating func add(_ link: ImportedLink) {
    added[ExactText(link.address.database), default: []].append(link)
  }

  mutating func override(_ link: DesiredLink, by override: JSONValue) {
    overrides[ExactText(link.source.file), default: []].append((link.address.name, override))
  }

  /// Every file that comes out different; throws where one cannot be made.
  func files() throws -> [ImportResult.File] {
    var files: [String: Draft] = [:]
    for (file, edits) in overrides.sorted(by: { $0.key < $1.key }) {
      files[file.text] = try overridden(file.text, edits)
    }
    for (database, links) in added.sorted(by: { $0.key < $1.key }) {
      try add(links, of: database.text, to: &files)
    }
    return files.values.sorted { $0.path.precedes($1.path) }.map(\.file)
  }

  /// A file as it is being made.
  private struct Draft {
    let path: String
    let place: String
    /// `nil` where it is new.
    let old: [UInt8]?
    var bytes: [UInt8]
    var added = 0
    var overridden = 0

    var file: ImportResult.File {
      ImportResult.File(
        path: path,
        place: place,
        isNew: old == nil,
        old: old ?? [],
        bytes: bytes,
        added: added,
        overridden: overridden
      )
    }
  }

  // MARK: Overrides

  /// A project without environments has nothing to override in: there the link itself changes.
  private func overridden(
    _ file: String,
    _ edits: [(name: String, override: JSONValue)]
  ) throws -> Draft {
    var draft = try draft(of: file)
    let isOnly = state.loaded.project.declaredNames == nil
    let links = edits.map { name, override in
      let value: JSONValue =
        isOnly
        ? override
        : .object([
          .init("environments", .object([.init(state.environment.name, override)]))
        ])
      return JSONValue.Member(name, value)
    }
    draft.bytes = try merged([.init("links", .object(links))], into: draft)
    draft.overridden = edits.count
    return draft
  }

  private func draft(of file: String) throws -> Draft {
    let place = Files.join(state.loaded.folder, file)
    let bytes = try fileFailure(.badInput) { () throws(FileError) in
      try Files.read(place, limit: YAMLParser.maximumSize)
    }
    return Draft(path: file, place: place, old: bytes, bytes: bytes)
  }

  // MARK: New links

  /// What makes a file so large that nobody wants to read it, in bytes of JSON.
  private static let largest = 256 << 10

  private func add(
    _ links: [ImportedLink],
    of database: String,
    to files: inout [String: Draft]
  ) throws {
    var number = 1
    for part in parts(of: links) {
      var draft = try draft(for: database, &number, among: files)
      let members = part.map { JSONValue.Member($0.address.name, $0.body(only: only)) }
      draft.bytes = try merged([.init("links", .object(members))], into: draft)
      draft.added += part.count
      files[draft.path] = draft
    }
  }

  /// Where the project has several environments, a link that was seen in one is in that one.
  private var only: [String]? {
    guard folder == nil, let names = state.loaded.project.declaredNames, names.count > 1 else {
      return nil
    }
    return [state.environment.name]
  }

  private func parts(of links: [ImportedLink]) -> [[ImportedLink]] {
    var parts: [[ImportedLink]] = []
    var room = 0
    for link in links {
      let size = link.body().canonical.utf8.count + link.address.name.utf8.count
      if parts.isEmpty || size > room {
        parts.append([])
        room = Self.largest
      }
      parts[parts.count - 1].append(link)
      room -= size
    }
    return parts
  }

  /// The file of a database that has room: the one there is, or a new one.
  private func draft(
    for database: String,
    _ number: inout Int,
    among files: [String: Draft]
  ) throws -> Draft {
    let folder = self.folder ?? Files.join(state.loaded.folder, state.loaded.project.manifests)
    while true {
      let name = FileNames.manifest(of: database, number: number)
      let shown = Files.join(self.folder ?? state.loaded.project.manifests, name)
      number += 1
      if let draft = files[shown], isOf(database, shown), draft.bytes.count < Self.largest {
        return draft
      }
      let place = Files.join(folder, name)
      if files[shown] != nil { continue }
      guard Files.exists(place) else {
        let bytes = ManifestEditor.manifest(of: database, comments: Self.comments)
        return Draft(path: shown, place: place, old: nil, bytes: bytes)
      }
      guard self.folder == nil else {
        throw Failure(
          .failed,
          "\(shown.shown) exists; nothing was written. Links are merged into the project's own"
            + " manifests alone: leave --out away"
        )
      }
      if isOf(database, shown) {
        let draft = try draft(of: shown)
        if draft.bytes.count < Self.largest { return draft }
      }
    }
  }

  private func isOf(_ database: String, _ file: String) -> Bool {
    state.loaded.manifests.contains { manifest in
      manifest.file.isIdentical(to: file) && manifest.defaults == nil
        && manifest.database?.scalar?.text.isIdentical(to: database) == true
    }
  }

  private static let comments = [
    "Imported by linkctl. No server shows credentials: a link without 'credentials' is compared in the",
    "rest, and neither created nor replaced until they are declared by reference.",
  ]

  private func merged(_ members: [JSONValue.Member], into draft: Draft) throws -> [UInt8] {
    do throws(FormatRefusal) {
      return try ManifestEditor.merging(.object(members), into: draft.bytes, file: draft.path)
    } catch {
      let words =
        switch error {
        case .malformed(let findings): findings.first?.message ?? "it is not of its form"
        case .meaningLost: "it would not say the same any more; this is linkctl's mistake"
        }
      throw Failure(.failed, "\(draft.path.shown) cannot be written: \(words); nothing was written")
    }
  }
}

/// Names of files that any name of a database can be made into.
enum FileNames {
  /// With a few bytes to spare for what is written beside it meanwhile.
  private static let longest = 200

  /// `orders.yaml`, `orders-2.yaml`.
  static func manifest(of database: String, number: Int) -> String {
    var name = ""
    for (index, byte) in database.utf8.enumerated() {
      if byte.isPlainInFileName && !(index == 0 && (byte == 0x2E || byte == 0x5F || byte == 0x2D)) {
        name.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let hex = String(byte, radix: 16, uppercase: true)
        name += "%" + String(repeating: "0", count: 2 - hex.count) + hex
      }
    }
    if name.utf8.count > longest { name = name.prefix(160) + "-" + DigestText.short(database) }
    return number == 1 ? name + ".yaml" : "\(name)-\(number).yaml"
  }
}

extension UInt8 {
  fileprivate var isPlainInFileName: Bool {
    (0x30...0x39).contains(self) || (0x61...0x7A).contains(self | 0x20)
      || self == 0x2D || self == 0x2E || self == 0x5F
  }
}
