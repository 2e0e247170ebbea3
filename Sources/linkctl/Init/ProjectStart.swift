internal import LinkCore

/// Lays down the files of a new project, and leaves alone whatever is there.
struct ProjectStart {
  let folder: String
  let pipelines: PipelineKind

  /// What became of a file.
  struct Outcome {
    let file: StarterFile
    /// Why it was not written; `nil` where it was.
    let obstacle: String?
  }

  /// The project file comes last: where it stands, the rest was dealt with.
  func run() throws(FileError) -> [Outcome] {
    try Files.makeFolder(folder)
    let files = [.manifest, .ignoredFiles, pipelines.file, .project].compactMap(\.self)
    var outcomes: [Outcome] = []
    for file in files { outcomes.append(try lay(file)) }
    return outcomes
  }

  private func lay(_ file: StarterFile) throws(FileError) -> Outcome {
    let path = Files.join(folder, file.path)
    if Files.exists(path) { return Outcome(file: file, obstacle: "exists already") }
    if file.path == StarterFile.manifest.path, let obstacle = manifestObstacle {
      return Outcome(file: file, obstacle: obstacle)
    }
    try Files.makeFolder(Files.folder(of: path))
    do throws(FileError) {
      try Files.createExclusively(path, Array(file.text.utf8))
    } catch {
      guard error.reason == .alreadyExists else { throw error }
      return Outcome(file: file, obstacle: "exists already")
    }
    return Outcome(file: file, obstacle: nil)
  }

  /// An example would be planned with the links of a project that has some.
  private var manifestObstacle: String? {
    if Files.exists(Files.join(folder, ProjectLoader.projectFile)) {
      return "\(ProjectLoader.projectFile) exists already"
    }
    if Files.exists(Files.join(folder, ProjectLoader.manifestFolder)) {
      return "\(ProjectLoader.manifestFolder) exists already"
    }
    return nil
  }
}

extension ProjectStart.Outcome {
  /// One line for a person.
  var text: String {
    guard let obstacle else { return "created  \(file.path)" }
    let advice = file.adviceWhereItExists.map { "; \($0)" } ?? ""
    return "skipped  \(file.path)  (\(obstacle)\(advice))"
  }
}
