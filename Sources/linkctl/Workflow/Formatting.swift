internal import LinkCore
internal import LinkYAML

/// A file that formatting changes.
struct FormatChange {
  /// As it is shown.
  let path: String
  private let place: String
  private let file: FormattedFile

  fileprivate init(_ selected: FileSelection.File, _ file: FormattedFile) {
    path = selected.path
    place = selected.place
    self.file = file
  }

  /// Replaces the file by its canonical form.
  func write() throws {
    if let signal = Interruption.requested {
      throw Failure(
        .interrupted(by: signal),
        "interrupted; the files named above are formatted, the others untouched"
      )
    }
    try fileFailure(.failed) { () throws(FileError) in
      try Files.writeAtomically(place, file.bytes, keepingMode: true)
    }
  }

  func diff(_ session: Session) -> String {
    DiffView(path: path, old: file.source, new: file.result, style: session.style(of: .result)).text
  }
}

/// Formats files in memory; nothing is written before all of them are known to be sound.
struct Formatting {
  let session: Session

  /// What formatting changes; the command ends where one of the files is not of its form.
  func changes(of paths: [String]) throws -> [FormatChange] {
    let selection = try FileSelection(session: session, paths: paths)
    var findings = selection.findings
    var sources = Sources()
    var changes: [FormatChange] = []
    for file in selection.files {
      do throws(FormatFailure) {
        let formatted = try format(file)
        if formatted.isChanged { changes.append(FormatChange(file, formatted)) }
      } catch {
        findings += error.findings
        if let bytes = error.bytes { sources.add(bytes, file: file.path) }
      }
    }
    try session.end(withErrorsOf: findings, sources: sources)
    return changes
  }

  private func format(_ file: FileSelection.File) throws(FormatFailure) -> FormattedFile {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try Files.read(file.place, limit: YAMLParser.maximumSize)
    } catch {
      throw FormatFailure(findings: [.unusable(error, shownAs: file.path)])
    }
    do throws(FormatRefusal) {
      return try YAMLFormatter.format(bytes, file: file.path, as: file.shape)
    } catch {
      throw FormatFailure(error, file: file.path, bytes: bytes)
    }
  }
}

/// Why a file was not formatted.
private struct FormatFailure: Error {
  let findings: [Diagnostic]
  /// What the findings are about, to show a line of it.
  var bytes: [UInt8]?
}

extension FormatFailure {
  fileprivate init(_ refusal: FormatRefusal, file: String, bytes: [UInt8]) {
    switch refusal {
    case .malformed(let findings):
      self.init(findings: findings.filter { $0.severity == .error }, bytes: bytes)
    case .meaningLost:
      let message = "cannot be formatted without changing what it says; this is linkctl's mistake"
      let place = SourceLocation(file: file, line: 1, column: 1)
      self.init(findings: [.form(.yamlSyntax, message, at: place)])
    }
  }
}

extension Diagnostic {
  fileprivate static func unusable(_ error: FileError, shownAs path: String) -> Diagnostic {
    .form(error.rule, "\(error.reason)", at: SourceLocation(file: path, line: 1, column: 1))
  }
}

/// The files that are to be formatted.
struct FileSelection {
  struct File {
    /// As it is shown.
    let path: String
    /// Without symbolic links: what is written is the file itself.
    let place: String
    let shape: DocumentShape
  }

  private(set) var files: [File] = []
  private(set) var findings: [Diagnostic] = []
  private var places: Set<ExactText> = []

  /// The named files and those below the named folders; without any, all of the project.
  init(session: Session, paths: [String]) throws {
    if paths.isEmpty {
      try addProject(ProjectLoader.load(session))
    } else {
      for path in paths { add(path) }
    }
  }

  private mutating func addProject(_ loaded: LoadedProject) throws {
    let projectFile = ProjectLoader.projectFile
    let wrong = loaded.findings.filter { finding in
      finding.kind == .form && finding.severity == .error
        && finding.location?.file.isIdentical(to: projectFile) == true
    }
    findings += wrong
    guard wrong.isEmpty else { return }
    if Files.exists(Files.join(loaded.folder, projectFile)) {
      addFile(projectFile, below: loaded.folder, as: .project)
    }
    addFolder(loaded.project.manifests, below: loaded.folder, as: .manifest)
  }

  private mutating func add(_ path: String) {
    if Files.isFolder(path) {
      addFolder(path, below: "", as: nil)
    } else {
      addFile(path, below: "", as: nil)
    }
  }

  private mutating func addFolder(_ path: String, below base: String, as shape: DocumentShape?) {
    do throws(FileError) {
      let listing = try FolderListing(Files.join(base, path))
      for name in listing.paths { addFile(Files.join(path, name), below: base, as: shape) }
      findings += listing.problems.map { .unusable($0, shownAs: $0.path) }
    } catch {
      findings.append(.unusable(error, shownAs: path))
    }
  }

  private mutating func addFile(_ path: String, below base: String, as shape: DocumentShape?) {
    do throws(FileError) {
      let place = try Files.canonicalPath(Files.join(base, path))
      guard places.insert(ExactText(place)).inserted else { return }
      files.append(File(path: path, place: place, shape: shape ?? Self.shape(of: path)))
    } catch {
      findings.append(.unusable(error, shownAs: path))
    }
  }

  private static func shape(of path: String) -> DocumentShape {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name == ProjectLoader.projectFile ? .project : .manifest
  }
}
