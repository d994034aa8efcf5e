/// An element of a page as its start tag tells it.
struct PageElement {
  /// What element it is.
  var name: ElementName
  /// A hash of its name.
  var nameHash: UInt32
  /// The index of its first attribute.
  var firstAttribute: UInt32
  /// The index after its last attribute.
  var endAttribute: UInt32

  /// Its attributes among those of the page.
  var attributes: Range<Int> { Int(firstAttribute)..<Int(endAttribute) }
}
