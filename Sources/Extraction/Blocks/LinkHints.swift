/// What the address of a link hints at: where it leads, whatever the language of its text.
///
/// Addresses follow conventions that class names need not: `mailto:`, `/tag/`, a slug of many words. A hint
/// is evidence among others and never decides alone.
struct LinkHints: OptionSet, Sendable, Hashable {
  let rawValue: UInt32

  /// A place on the same page, or a script.
  static let fragment = Self(rawValue: 1 << 0)
  /// A mail address or a telephone number.
  static let contact = Self(rawValue: 1 << 1)
  /// The site's first page or one right below it.
  static let shallow = Self(rawValue: 1 << 2)
  /// A path that ends in a slug of several words or a long number, as articles have.
  static let slug = Self(rawValue: 1 << 3)
  /// A path with a year in it.
  static let dated = Self(rawValue: 1 << 4)
  /// An image, a document or another file.
  static let file = Self(rawValue: 1 << 5)
  /// An address with its scheme or host.
  static let absolute = Self(rawValue: 1 << 6)
  /// A query.
  static let query = Self(rawValue: 1 << 7)
  static let share = Self(rawValue: 1 << 8)
  static let account = Self(rawValue: 1 << 9)
  static let legal = Self(rawValue: 1 << 10)
  static let category = Self(rawValue: 1 << 11)
  static let author = Self(rawValue: 1 << 12)
  static let product = Self(rawValue: 1 << 13)
  static let newsletter = Self(rawValue: 1 << 14)
  static let search = Self(rawValue: 1 << 15)
  static let pagination = Self(rawValue: 1 << 16)
  static let comment = Self(rawValue: 1 << 17)
  static let forum = Self(rawValue: 1 << 18)
  static let article = Self(rawValue: 1 << 19)
  static let documentation = Self(rawValue: 1 << 20)
  static let service = Self(rawValue: 1 << 21)
  static let listing = Self(rawValue: 1 << 22)
  static let promotion = Self(rawValue: 1 << 23)

  /// The names of the hints by bit.
  static let names = [
    "fragment", "contact", "shallow", "slug", "dated", "file", "absolute", "query", "share",
    "account", "legal", "category", "author", "product", "newsletter", "search", "pagination",
    "comment", "forum", "article", "documentation", "service", "listing", "promotion",
  ]
}
