/// A start tag of the skeleton with its attributes.
struct StartTag {
  /// The index of its `>` in the skeleton.
  var close: UInt32
  /// The index of its first attribute.
  var firstAttribute: UInt32
  /// The index after its last attribute.
  var endAttribute: UInt32
}
