/// The most probable kind of a page.
struct PageTypeEstimate {
  /// The kind.
  var type: PageType
  /// How probable it is, 0 to 1.
  var probability: Float
}
