internal import LinkCore

/// A document as it will be written: its values, and each comment beside what it is about.
struct Layout {
  /// The comments that stand before everything, and the root.
  var root: LaidChild
  /// The comments behind everything.
  var foot: [LaidComment]
}

/// A comment on a line of its own.
struct LaidComment {
  let text: String
  /// Whether an empty line stands before it.
  var isApart: Bool
}

/// An entry of a map or an item of a list.
struct LaidChild {
  /// The comments that stand before it and move with it.
  var lead: [LaidComment]
  /// Whether an empty line stands before its own line.
  var isApart: Bool
  /// `nil` for an item.
  var key: LaidScalar?
  var value: LaidValue
  /// The comment at the end of its first line.
  var comment: String?

  /// Says whether an empty line stands before all of it.
  mutating func setApart(_ flag: Bool) {
    if lead.isEmpty { isApart = flag } else { lead[0].isApart = flag }
  }
}

indirect enum LaidValue {
  case scalar(LaidScalar)
  case block(BlockScalar)
  case collection(LaidCollection)
}

/// A map or a list.
struct LaidCollection {
  let isMap: Bool
  /// Whether it may stand on one line, in brackets.
  var mayStandInLine: Bool
  /// The comments at its top that stay there when its keys are put in order.
  var head: [LaidComment] = []
  var children: [LaidChild] = []
  /// The comments behind its last child.
  var foot: [LaidComment] = []
}

/// A text on one line.
struct LaidScalar {
  let scalar: Node.Scalar
  /// Whether the author wrote invisible characters as escapes, so that they can be seen.
  let showsInvisible: Bool
}
