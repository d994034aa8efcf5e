/// The block whose text is being collected.
struct PendingBlock {
  /// Whether any text was seen.
  var isOpen = false
  /// Where its text begins in the arena.
  var start = 0
  /// Characters so far.
  var characters: UInt32 = 0
  /// Characters of anchor text so far.
  var linkCharacters: UInt32 = 0
  /// Whether white space was seen that is not written yet.
  var hasSpace = false
  /// Whether its text so far ends where an anchor ends.
  var endsInLink = false
  /// Whether a line break parts it from the block before.
  var followsLineBreak = false
  /// Whether more than one line break does.
  var followsEmptyLine = false
  /// Whether it goes on in a superscript after a digit.
  var isExponent = false
  /// How it is set.
  var context = BlockContext.root
}
