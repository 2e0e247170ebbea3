internal import LinkCore

extension CalendarDate {
  /// The day it is in UTC.
  static var today: CalendarDate { Moment.now.day }
}
