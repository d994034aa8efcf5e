/// What stands before a block, as far as its features look back, and the next block of full text.
struct BlockPassage {
  var words: Float = 0
  var plainWords: Float = 0
  /// The last heading, and its level; -1 where there is none.
  var heading = -1
  var headingLevel: Float = -1
  /// The last block of full text; -1 where there is none.
  var longBefore = -1
  /// The first block of full text from here on; -1 where there is none.
  var firstLong = -1
}
