internal import LinkCore

extension Session {
  /// Refuses reports that could not be written, before anything else is done.
  func checkReports(_ requests: [ReportRequest]) throws {
    if let problem = ReportRequest.problem(among: requests) {
      throw aboutReports(.usage, "--report: \(problem)")
    }
    for request in requests where !request.isToStandardError {
      do throws(FileError) {
        _ = try Place(request.path).replaceableMode()
      } catch {
        throw unwritable(request, error)
      }
    }
  }

  /// Writes what was asked for beside the result, each file whole or not at all.
  func write(_ requests: [ReportRequest], of result: some Reportable) throws {
    guard !requests.isEmpty else { return }
    let path = pathsFromHere
    for request in requests {
      let content = result.content(of: request.kind, self, locating: path)
      if request.isToStandardError {
        if case .text(let text) = content { error(text) }
      } else {
        try write(content, request)
      }
    }
  }

  private func write(_ content: ReportContent, _ request: ReportRequest) throws {
    do throws(FileError) {
      try Files.writeAtomically(request.path, keepingMode: true) { deliver in
        switch content {
        case .text(let text): deliver(output.redactor.redact(Array(text.utf8)))
        case .json(let document): deliver(output.redactor.redact(document).documentBytes)
        case .pieces(let make): make(deliver)
        }
      }
    } catch {
      throw unwritable(request, error)
    }
  }

  private func unwritable(_ request: ReportRequest, _ error: FileError) -> Failure {
    aboutReports(.failed, "--report \(request.kind.rawValue): \(error)")
  }

  private func aboutReports(_ exit: ExitCode, _ message: String) -> Failure {
    var failure = Failure(exit, message)
    failure.isAboutReports = true
    return failure
  }

  /// Files of the project as they are called from the folder that linkctl was started in, which in a
  /// pipeline is the repository's.
  private var pathsFromHere: (String) -> String {
    guard let here = try? Files.currentFolder(), let project = try? ProjectLoader.folder(self),
      Files.lies(project, below: here), !project.isIdentical(to: here)
    else { return { $0 } }
    let folder = String(project.dropFirst(here == "/" ? 1 : here.count + 1))
    return { $0.hasPrefix("/") ? $0 : Files.join(folder, $0) }
  }
}
