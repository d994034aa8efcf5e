/// How much of a page's features is held at once.
enum PageExtent {
  /// All.
  case whole
  /// The page's own and those of its elements; those of blocks for a part of them at a time.
  case parts
  /// What the rules look at.
  case rules
  /// What the rules of plain text look at.
  case lines
}
