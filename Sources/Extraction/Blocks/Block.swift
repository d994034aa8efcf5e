/// A run of text between two block boundaries.
struct Block {
  /// The block-level element that holds it.
  var node: UInt32
  /// The element that owns its first text: ``node`` or an inline element in it.
  var leaf: UInt32
  /// Where its text begins in the arena.
  var textStart: UInt32
  /// Where its text ends in the arena.
  var textEnd: UInt32
  /// Characters (Unicode scalars) of text.
  var characters: UInt32
  /// Characters of anchor text.
  var linkCharacters: UInt32
  /// How the block is set.
  var kind: BlockKind
  /// What the builder saw around it.
  var flags: BlockFlags

  /// The number of bytes of its text.
  var byteCount: Int { Int(textEnd - textStart) }
}
