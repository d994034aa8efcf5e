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
  /// Marks of currency.
  var currencies: UInt32 = 0
  /// Percent signs.
  var percents: UInt32 = 0
  /// Marks of copyright and trade.
  var rights: UInt32 = 0
  /// Arrows, triangles and plus signs, as prices that move and links that lead on have them.
  var arrows: UInt32 = 0
  /// Bars, bullets and slashes, which part the entries of a line.
  var bars: UInt32 = 0
  /// Commercial ats: mail addresses and names of users.
  var ats: UInt32 = 0
  /// Hours with minutes: a colon between digits.
  var clockTimes: UInt32 = 0
  /// Question and exclamation marks.
  var exclamations: UInt32 = 0
  /// Ellipses: the text is cut.
  var ellipses: UInt32 = 0
  /// Whether the last character ends a sentence (closing quotes and brackets aside).
  var endsSentence = false
  /// Whether the last character is a colon.
  var endsInColon = false
  /// A hash of letters and digits without case, for finding repeated text; 0 when there is none.
  var textHash: UInt64 = 0
}
