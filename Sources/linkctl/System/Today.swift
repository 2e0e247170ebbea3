internal import LinkCore

extension CalendarDate {
  /// The day it is in UTC.
  static var today: CalendarDate {
    let day = Moment.now.day
    guard let date = CalendarDate(year: day.year, month: day.month, day: day.day) else {
      preconditionFailure("the clock shows no day of the calendar")
    }
    return date
  }
}
