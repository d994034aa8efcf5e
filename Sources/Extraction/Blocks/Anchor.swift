/// A link of a page.
struct Anchor {
  /// The index of its element.
  var node: UInt32
  /// What its address hints at.
  var hints: LinkHints
}
