/// A start tag that the parse is shown.
struct StartTag {
  /// The index of its `>` in the skeleton.
  var close: UInt32
  /// The index of its element.
  var element: UInt32
  /// The number of items up to it, itself included.
  var itemCount: UInt32
  /// The number of marks before it.
  var markCount: UInt32
}
