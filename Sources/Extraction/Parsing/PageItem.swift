/// A piece of a page as the reducer leaves it: a run of text, or a tag.
struct PageItem {
  /// What an item stands for.
  enum Kind: UInt8 {
    /// A run of text between two pieces of markup, which may be white space as well.
    case text
    /// A run that begins with white space and has nothing else but white space and control characters.
    case space
    /// An element with its whole content, which is one run of text or nothing.
    case leaf
    /// A start tag.
    case start
    /// An end tag.
    case end
  }

  /// Where the text begins in the page, or the name of a tag.
  var start: UInt32
  /// Where it ends.
  var end: UInt32
  /// The index of the element that a leaf or a start tag stands for.
  var element: UInt32 = 0
  /// What the item stands for.
  var kind = Kind.text
  /// The element that a tag names.
  var name = ElementName.other

  /// Whether it is a run of text between two pieces of markup.
  @inline(__always)
  var isText: Bool { kind == .text || kind == .space }
}
