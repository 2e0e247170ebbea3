internal import ArgumentParser

/// An option's value out of a fixed list of words.
///
/// Lists the words itself: what the parser would list them by is made by the runtime anew in every
/// process, for each type, which takes longer than to plan a few links.
protocol NamedChoice: ExpressibleByArgument, CaseIterable, RawRepresentable<String> {}

extension NamedChoice {
  static var allValueStrings: [String] { allCases.map { $0.rawValue } }

  /// The words say it.
  static var allValueDescriptions: [String: String] { [:] }
}
