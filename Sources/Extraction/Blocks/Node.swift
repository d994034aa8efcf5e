/// One element of a page.
struct Node {
  /// The index of the element around it; the root's is its own.
  var parent: UInt32
  /// The index after its last descendant.
  var end: UInt32
  /// The index of its first block.
  var firstBlock: UInt32
  /// The index after its last block.
  var endBlock: UInt32
  /// What its class, id and role attributes hint at.
  var hints: ClassHints
  /// A hash of its name and its class attribute: siblings of one signature are repetitions of one shape.
  var signature: UInt32
  /// The number of elements above it.
  var depth: UInt32
  /// What element it is.
  var name: ElementName
  /// What its other attributes say.
  var flags: NodeFlags

  /// The blocks inside the element.
  var blocks: Range<Int> { Int(firstBlock)..<Int(endBlock) }
}
