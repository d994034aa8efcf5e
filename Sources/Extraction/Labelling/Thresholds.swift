/// The numbers that decide in the rules.
///
/// Each says its unit and where it comes from. "Development pages" are the 1,497 pages of WCXB's
/// development split; the figure was the best of the values tried there unless said otherwise.
enum Thresholds {
  /// The largest share of a page's plain text that a part with a telling class may hold and still be a
  /// side part.
  static let largestSidePart: Float = 0.4
}
