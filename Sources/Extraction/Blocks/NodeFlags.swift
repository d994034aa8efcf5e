/// What an element's attributes say, besides class and id.
struct NodeFlags: OptionSet, Sendable {
  let rawValue: UInt8

  /// It has the `hidden` attribute or a style that takes it out of view.
  static let hidden = Self(rawValue: 1 << 0)
  /// It is an anchor with an address.
  static let anchor = Self(rawValue: 1 << 1)
  /// It has an `itemprop`, `rel`, `datetime` or similar that the metadata read.
  static let declares = Self(rawValue: 1 << 2)
}
