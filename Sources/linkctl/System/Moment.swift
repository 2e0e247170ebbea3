internal import Glibc
internal import LinkCore

/// A second in time, in UTC.
struct Moment: Hashable, Comparable, Sendable {
  /// Since 1970 began.
  let seconds: Int

  /// The system's clock.
  static var now: Moment { Moment(seconds: time(nil)) }

  static func < (one: Moment, other: Moment) -> Bool { one.seconds < other.seconds }
}

extension Moment {
  /// Reads exactly what `timestamp` writes.
  init?(_ timestamp: String) {
    let parts = timestamp.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let day = CalendarDate(String(parts[0])), parts[1].last == "Z" else {
      return nil
    }
    let clock = parts[1].dropLast().split(separator: ":", omittingEmptySubsequences: false)
    let numbers = clock.compactMap { $0.utf8.count == 2 ? Int($0) : nil }
    guard clock.count == 3, numbers.count == 3, numbers[0] < 24, numbers[1] < 60, numbers[2] < 60
    else { return nil }
    let moment = Moment(
      seconds: Self.days(to: day) * 86_400 + numbers[0] * 3_600 + numbers[1] * 60 + numbers[2]
    )
    guard moment.timestamp == timestamp else { return nil }
    self = moment
  }

  /// The day it falls on.
  var day: CalendarDate {
    // Years that begin in March put the leap day at their end, eras are of 400 such years.
    let days = Self.floor(seconds, 86_400).quotient + 719_468
    let (era, dayOfEra) = Self.floor(days, 146_097)
    let year = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let date = CalendarDate(
      year: era * 400 + year + (month >= 10 ? 1 : 0),
      month: month < 10 ? month + 3 : month - 9,
      day: dayOfYear - (153 * month + 2) / 5 + 1
    )
    guard let date else { preconditionFailure("the clock shows no day of the years 1 to 9999") }
    return date
  }

  /// From the first of January 1970.
  private static func days(to date: CalendarDate) -> Int {
    let year = date.month > 2 ? date.year : date.year - 1
    let (era, yearOfEra) = floor(year, 400)
    let dayOfYear =
      (153 * (date.month > 2 ? date.month - 3 : date.month + 9) + 2) / 5 + date.day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// `2026-11-22T10:00:00Z`.
  var timestamp: String {
    let second = Self.floor(seconds, 86_400).remainder
    let clock = [second / 3_600, second / 60 % 60, second % 60].map { Self.digits($0, 2) }
    return "\(day)T\(clock.joined(separator: ":"))Z"
  }

  /// That of now, with milliseconds: `2026-11-22T10:00:00.042Z`.
  static var preciseTimestamp: String {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let milliseconds = digits(time.tv_nsec / 1_000_000, 3)
    return "\(Moment(seconds: time.tv_sec).timestamp.dropLast()).\(milliseconds)Z"
  }

  private static func floor(_ number: Int, _ divisor: Int) -> (quotient: Int, remainder: Int) {
    let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }

  private static func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }
}
