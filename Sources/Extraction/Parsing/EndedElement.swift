/// An element that an end tag ends.
struct EndedElement {
  /// The number of start tags that the parse was shown before its own.
  var tag: Int
  /// Whether what it holds leaves the parse nothing to decide: each end tag in it closes the element that was
  /// opened last, and no start tag closes another.
  var isSettled: Bool
}
