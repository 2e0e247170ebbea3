/// What some keys of a type ask of its others.
package struct KeyCombination: Sendable {
  package enum Condition: Sendable {
    /// One of these keys, in either clause; a name may end in `.*`.
    case anyOf([String])
    /// The key has one of these values, in any case of their letters.
    case value(String, oneOf: [String])
  }

  package enum Demand: Sendable {
    case all([String])
    case oneOf([String])
    case noneOf([String])
    /// The key has one of these values, in any case of their letters.
    case value(String, oneOf: [String])
  }

  package let condition: Condition
  package let demand: Demand
  /// Why, in one short clause without a full stop.
  package let why: String
}

extension KeyCombination {
  /// One of these keys is of no use without the others.
  package static func together(_ keys: [String], _ why: String) -> KeyCombination {
    KeyCombination(condition: .anyOf(keys), demand: .all(keys), why: why)
  }

  /// Where the condition holds, all these keys have to be there.
  package static func when(
    _ condition: Condition,
    needs keys: [String],
    _ why: String
  ) -> KeyCombination {
    KeyCombination(condition: condition, demand: .all(keys), why: why)
  }

  /// Where the condition holds, one of these keys has to be there.
  package static func when(
    _ condition: Condition,
    needsOneOf keys: [String],
    _ why: String
  ) -> KeyCombination {
    KeyCombination(condition: condition, demand: .oneOf(keys), why: why)
  }

  /// Where the condition holds, none of these keys may be there.
  package static func when(
    _ condition: Condition,
    excludes keys: [String],
    _ why: String
  ) -> KeyCombination {
    KeyCombination(condition: condition, demand: .noneOf(keys), why: why)
  }

  /// Where the condition holds, a key has to have one of these values.
  package static func when(
    _ condition: Condition,
    needs key: String,
    oneOf values: [String],
    _ why: String
  ) -> KeyCombination {
    KeyCombination(condition: condition, demand: .value(key, oneOf: values), why: why)
  }
}
