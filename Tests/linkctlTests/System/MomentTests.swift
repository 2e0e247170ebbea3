import LinkCore
import Testing

@testable import linkctl

struct MomentTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"),
    (1_795_341_600, "2026-11-22T10:00:00Z"),
    (951_782_399, "2000-02-28T23:59:59Z"),
    (951_782_400, "2000-02-29T00:00:00Z"),
    (1_709_251_199, "2024-02-29T23:59:59Z"),
    (4_107_542_400, "2100-03-01T00:00:00Z"),
    (1_735_689_599, "2024-12-31T23:59:59Z"),
    (-1, "1969-12-31T23:59:59Z"),
    (-62_135_596_800, "0001-01-01T00:00:00Z"),
  ])
  func isWrittenInUTC(seconds: Int, text: String) {
    #expect(Moment(seconds: seconds).timestamp == text)
    #expect(Moment(seconds: seconds).day.description == String(text.prefix(10)))
  }

  @Test func countsDaysOneByOne() {
    var last = Moment(seconds: 0).day
    for day in 1..<30_000 {
      let next = Moment(seconds: day * 86_400).day
      let isNext = next == CalendarDate(year: last.year, month: last.month, day: last.day + 1)
      let beginsMonth =
        next.day == 1 && last.day >= 28
        && (next.month == last.month + 1 || (next.month == 1 && next.year == last.year + 1))
      #expect(isNext || beginsMonth)
      last = next
    }
    #expect(last == CalendarDate(year: 2052, month: 2, day: 19))
  }

  @Test func nowIsLaterThanThis() {
    #expect(Moment.now > Moment(seconds: 1_700_000_000))
  }
}
