/// A run of text between two pieces of markup: where it stands in the page, as it is written there.
struct TextRun {
  var start: UInt32
  var end: UInt32
  /// One more than the index of the element whose whole content it is, or 0: see ``LeafElement``.
  var leaf: UInt32 = 0
}
