/// Where a link of the catalog stands between what was reviewed and what is wanted; the raw value is
/// part of the report's JSON.
package enum DriftStatus: String, CaseIterable, Sendable {
  /// As the manifest has it.
  case inSync = "in_sync"
  /// Somebody changed the catalog since it was reviewed; the manifest is as it was.
  case changedOutside = "changed_outside"
  /// The catalog is as it was reviewed, and the manifest wants something else.
  case pending
  /// The catalog and the manifest have both changed since.
  case both
  /// There is no reviewed state to tell whose change it is.
  case differs
  /// It was ours when it was reviewed, and its tag is gone or altered.
  case tagLost = "tag_lost"
  /// Declared, and not there.
  case missing
  /// Declared and there, without our tag.
  case notOurs = "not_ours"
  /// Ours, and in no manifest.
  case orphaned
  /// In no manifest, and not ours.
  case unmanaged
  /// All that can be read is as the manifest has it, and not all can be.
  case unverifiable
}

extension DriftStatus {
  /// Whether it calls for somebody, however little was asked for.
  package var isAlarming: Bool {
    switch self {
    case .changedOutside, .both, .differs, .tagLost, .missing: true
    case .inSync, .pending, .notOurs, .orphaned, .unmanaged, .unverifiable: false
    }
  }
}
