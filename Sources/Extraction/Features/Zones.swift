/// The parts of a page that an element lies in, by the markup of the element and of those around it.
struct Zones: OptionSet, Sendable {
  let rawValue: UInt32

  static let navigation = Self(rawValue: 1 << 0)
  static let header = Self(rawValue: 1 << 1)
  static let footer = Self(rawValue: 1 << 2)
  static let aside = Self(rawValue: 1 << 3)
  static let form = Self(rawValue: 1 << 4)
  static let comment = Self(rawValue: 1 << 5)
  static let related = Self(rawValue: 1 << 6)
  static let share = Self(rawValue: 1 << 7)
  static let promotion = Self(rawValue: 1 << 8)
  static let consent = Self(rawValue: 1 << 9)
  static let caption = Self(rawValue: 1 << 10)
  static let byline = Self(rawValue: 1 << 11)
  static let ticker = Self(rawValue: 1 << 12)
  static let legal = Self(rawValue: 1 << 13)
  static let tags = Self(rawValue: 1 << 14)
  static let title = Self(rawValue: 1 << 15)
  static let article = Self(rawValue: 1 << 16)
  static let main = Self(rawValue: 1 << 17)
  static let teaser = Self(rawValue: 1 << 18)
  static let dialog = Self(rawValue: 1 << 19)
  static let hidden = Self(rawValue: 1 << 20)
  static let figure = Self(rawValue: 1 << 21)
  static let message = Self(rawValue: 1 << 22)
  static let subtitle = Self(rawValue: 1 << 23)
  static let review = Self(rawValue: 1 << 24)

  /// Parts that hold no main content.
  static let boilerplate: Zones = [
    .navigation, .footer, .comment, .related, .share, .promotion, .consent, .ticker, .legal, .tags,
    .dialog, .byline, .caption, .header,
  ]
}
