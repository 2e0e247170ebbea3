internal import LinkCore

/// What the last run on a target has left in its journal.
struct LastRun {
  let session: Session
  /// The folder of the project.
  let project: String

  /// Says where the last run on the target was cut off, and which records are not to be believed.
  ///
  /// What counts is the catalog, which is read in any case. One that is under way is nobody's
  /// business.
  func note(on source: CatalogSource) {
    if case .snapshot = source.kind { return }
    let folder = Files.join(project, Journal.folder)
    let names = ((try? FolderNames.all(in: folder)) ?? []).compactMap(\.self)
    for name in names.sorted(by: { $1.precedes($0) }) where name.hasSuffix(Journal.suffix) {
      let path = Files.join(Journal.folder, name).shown
      let bytes: [UInt8]
      do throws(FileError) {
        guard let ended = try Journal.contents(of: Files.join(folder, name)) else { continue }
        bytes = ended
      } catch {
        warn("the journal \(path) cannot be read")
        continue
      }
      let journal = JournalReading(bytes, Journal.line)
      if let other = journal.target, !other.isIdentical(to: source.name) { continue }
      tell(journal, path)
      if journal.target != nil { return }
    }
  }

  private func tell(_ journal: JournalReading, _ path: String) {
    if let format = journal.newerFormat {
      return warn("the journal \(path) was made by a newer linkctl (format \(format.shown))")
    }
    for number in journal.damaged {
      warn("record \(number) of the journal \(path) is damaged, and not believed")
    }
    if journal.isTorn { warn("the last record of the journal \(path) is torn, and not believed") }
    guard !journal.isEnded || !journal.underWay.isEmpty else { return }
    let links = journal.underWay.map { "\($0.action) \($0.address)".shown }
    let words =
      links.isEmpty ? "between statements" : "with \(links.joined(separator: ", ")) under way"
    session.note(
      "linkctl: the last run on this target (\((journal.run ?? "").shown)) was cut off \(words);"
        + " what became of it is read from the catalog\n"
    )
  }

  private func warn(_ text: String) {
    session.note("linkctl: warning: \(text)\n")
  }
}
