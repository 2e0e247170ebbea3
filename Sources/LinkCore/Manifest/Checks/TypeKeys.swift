extension LinkCheck {
  static let typeKeys = LinkCheck { link, _ in [] }
}
