/// An inline element that holds nothing but one run of text, or nothing at all, and stands in the body.
///
/// In the body such an element neither opens nor closes others, so libxml2 need not see its tags: it is
/// shown one mark for the element with its text.
struct LeafElement {
  /// What element it is.
  var name: ElementName
  /// A hash of its name.
  var nameHash: UInt32
  /// The index of its first attribute.
  var firstAttribute: UInt32
  /// The index after its last attribute.
  var endAttribute: UInt32
}
