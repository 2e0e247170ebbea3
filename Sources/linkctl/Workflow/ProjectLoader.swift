internal import LinkCore
internal import LinkSeal

/// A project as its files have it, before any environment is chosen.
struct LoadedProject {
  let folder: String
  let project: Project
  let manifests: [Manifest]
  /// What is wrong with the form of a file, and what else can be told without an environment.
  let findings: [Diagnostic]
  let sources: Sources
  /// What each file says, in the order they were read.
  let files: [FileDigest]
}

/// Finds a project and reads its files.
struct ProjectLoader {
  static let projectFile = "linkctl.yaml"
  static let manifestFolder = "links.d"

  private let folder: String
  private var findings: [Diagnostic] = []
  private var sources = Sources()
  private var files: [FileDigest] = []

  static func load(_ session: Session) throws -> LoadedProject {
    var loader = ProjectLoader(folder: try folder(session))
    session.trace("project folder: \(loader.folder)")
    let project = loader.project()
    let manifests = loader.manifests(
      in: project.manifests,
      by: session.workers,
      telling: session.progress
    )
    Kept.untilExit(manifests)
    return LoadedProject(
      folder: loader.folder,
      project: project,
      manifests: manifests,
      findings: loader.findings,
      sources: loader.sources,
      files: loader.files
    )
  }

  private init(folder: String) {
    self.folder = folder
  }

  // MARK: Finding the project

  /// The folder that the command line names, or the nearest upward that holds a project.
  static func folder(_ session: Session) throws -> String {
    if let named = session.global.project {
      guard Files.isFolder(named) else {
        throw Failure(.badInput, "--project: no folder \(named.shown)")
      }
      return try fileFailure(.badInput) { () throws(FileError) in
        try Files.canonicalPath(named)
      }
    }
    let start = try fileFailure(.failed) { () throws(FileError) in try Files.currentFolder() }
    return try nearest(above: start)
  }

  private static func nearest(above start: String) throws -> String {
    var folder = start
    while true {
      let isProject =
        Files.exists(Files.join(folder, projectFile))
        || Files.isFolder(Files.join(folder, manifestFolder))
      if isProject { return folder }
      guard let slash = folder.lastIndex(of: "/"), folder != "/" else { break }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
    throw Failure(
      .badInput,
      "no linkctl.yaml and no links.d here or in any folder above; see --project"
    )
  }

  // MARK: Reading files

  private mutating func project() -> Project {
    let path = Files.join(folder, ProjectLoader.projectFile)
    guard Files.exists(path) else { return .bare }
    let target = try? Files.canonicalPath(path)
    guard target.map({ Files.lies($0, below: folder) }) != false else {
      findings.append(
        .form(.notAFile, "a symbolic link that leads out of the project", at: place(of: path))
      )
      return .bare
    }
    let file = ProjectFile(ProjectLoader.projectFile, in: folder)
    take(file)
    guard let root = file.root else { return .bare }
    let (project, found) = Project.read(root, file: file.path)
    findings += found
    return project ?? .bare
  }

  private mutating func manifests(
    in path: String,
    by workers: Threads,
    telling progress: Progress
  ) -> [Manifest] {
    let listing: FolderListing
    do throws(FileError) {
      // A project file of a pull request must not have other folders read and shown.
      let manifests = try Files.canonicalPath(Files.join(folder, path))
      guard manifests == folder || Files.lies(manifests, below: folder) else {
        findings.append(
          .form(.unreadable, "manifest folder \(path.shown): lies outside of the project", at: nil)
        )
        return []
      }
      listing = try FolderListing(manifests)
    } catch {
      findings.append(.form(.unreadable, "manifest folder \(path.shown): \(error.reason)", at: nil))
      return []
    }
    findings += listing.problems.map { problem in
      Diagnostic.form(.notAFile, "\(problem.reason)", at: place(of: problem.path))
    }
    if listing.paths.isEmpty, listing.problems.isEmpty {
      findings.append(.form(.noLinks, "no *.yaml or *.yml files in \(path.shown)", at: nil))
    }
    progress.begin("reading", of: listing.paths.count, "files")
    let read = workers.map(listing.paths) { [folder] name in
      defer { progress.advance() }
      let file = ProjectFile(Files.join(path, name), in: folder)
      return (file, file.root.map { Manifest.read($0, file: file.path) })
    }
    return read.compactMap { file, contents in
      take(file)
      findings += contents?.1 ?? []
      return contents?.manifest
    }
  }

  private mutating func take(_ file: ProjectFile) {
    findings += file.findings
    if let digest = file.digest { files.append(digest) }
    if let bytes = file.bytes { sources.add(bytes, file: file.path) }
  }

  private func place(of path: String) -> SourceLocation {
    let prefix = folder + "/"
    let relative = path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
    return SourceLocation(file: relative, line: 1, column: 1)
  }
}

extension FileError {
  /// What a finding about it is reported under.
  var rule: Rule {
    switch reason {
    case .notARegularFile, .notAFolder, .symbolicLink, .symbolicLinkOut: .notAFile
    case .tooLarge: .tooLarge
    default: .unreadable
    }
  }
}

/// Runs what works on files; its refusal ends the command.
func fileFailure<Result: ~Copyable>(
  _ exit: ExitCode,
  _ body: () throws(FileError) -> Result
) throws(Failure) -> Result {
  do throws(FileError) {
    return try body()
  } catch {
    throw Failure(exit, "\(error)")
  }
}
