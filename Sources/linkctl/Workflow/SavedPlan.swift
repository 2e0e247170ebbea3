internal import LinkCore
internal import LinkSeal

/// Plans in files.
extension Session {
  /// No plan for a million links is larger.
  private static let largestPlan = 1 << 31

  /// Saves a plan, whole or not at all.
  func save(_ document: PlanDocument, in path: String) throws {
    try fileFailure(.failed) { () throws(FileError) in
      try Files.writeAtomically(path) { write(document, to: $0) }
    }
    note(
      "linkctl: saved the plan in \(path.shown); carry it out with: linkctl apply \(path.quoted)\n"
    )
  }

  /// The document of a plan as files and stdout carry it.
  func write(_ document: PlanDocument, to deliver: @escaping @Sendable ([UInt8]) -> Void) {
    document.write(
      masking: output.redactor,
      stampedBy: SHA256Digest(),
      by: workers,
      to: deliver
    )
  }

  /// Reads a plan that was saved, from stdin where the path is `-`.
  func savedPlan(_ path: String) throws -> PlanDocument {
    let bytes = try fileFailure(.badInput) { () throws(FileError) in
      path == "-"
        ? try Files.readInput(limit: Self.largestPlan)
        : try Files.read(path, limit: Self.largestPlan)
    }
    do throws(DocumentError) {
      return try PlanDocument(reading: bytes, digest: Digest.text)
    } catch {
      throw unreadable(path, "the plan cannot be read; nothing was done", error)
    }
  }

  /// A document that is not of its form, with the finding that says why.
  func unreadable(_ path: String, _ message: String, _ error: DocumentError) -> Failure {
    let file = path == "-" ? "standard input" : path
    let finding = Diagnostic.form(
      error.rule,
      error.message,
      at: SourceLocation(file: file, line: 1, column: 1)
    )
    show([finding], of: Sources())
    return Failure(.badInput, message, findings: [finding])
  }
}
