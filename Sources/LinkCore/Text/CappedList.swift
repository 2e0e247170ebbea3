extension [String] {
  /// The first ones with commas between them, and how many there are beside; all of them where
  /// there is no limit.
  package func capped(at most: Int?) -> String {
    guard let most, count > most else { return joined(separator: ", ") }
    return prefix(most).joined(separator: ", ") + " and \((count - most).grouped) more"
  }
}

extension Int {
  /// With commas between thousands: `20,000`.
  package var grouped: String {
    var text = ""
    for (index, digit) in String(magnitude).reversed().enumerated() {
      if index > 0, index.isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return (self < 0 ? "-" : "") + String(text.reversed())
  }
}
