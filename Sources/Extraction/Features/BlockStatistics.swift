/// Counts over the text of one block, whatever its script.
struct BlockStatistics {
  /// Words: runs between spaces; in scripts without spaces, a number made of the count of characters.
  var words: Float = 0
  /// Letters of any script.
  var letters: UInt32 = 0
  /// Capital letters of scripts that have them, in ASCII.
  var capitals: UInt32 = 0
  /// Digits, ASCII and full-width.
  var digits: UInt32 = 0
  /// Marks that end a sentence in any script.
  var sentenceMarks: UInt32 = 0
  /// Commas and their like in any script.
  var commas: UInt32 = 0
  /// Other signs: brackets, currency, arrows, percent, bars.
  var signs: UInt32 = 0
  /// Runs of digits.
  var numbers: UInt32 = 0
  /// Words that begin with a capital.
  var capitalizedWords: UInt32 = 0
  /// Whether the last character ends a sentence (closing quotes and brackets aside).
  var endsSentence = false
  /// Whether the last character is a colon.
  var endsInColon = false
  /// A hash of letters and digits without case, for finding repeated text; 0 when there is none.
  var textHash: UInt64 = 0
}
