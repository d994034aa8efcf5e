/// One attribute of a tag, as the tokenizer reads it.
struct ScannedAttribute {
  /// The range of its name.
  var name: Range<Int>
  /// The hash of its name.
  var hash: NameHash
  /// The range of its value without quotes; empty when it has none.
  var value: Range<Int>
  /// The index after the attribute.
  var end: Int
  /// Whether the page goes on after it, so that it counts.
  var isComplete: Bool
}
