/// The numbers that decide in plain text.
///
/// Each was set on the project's own text dumps.
enum PlainTextThresholds {
  /// Words of a line that can be a paragraph.
  static let paragraphWords: Float = 7
  /// Words of a line that is a paragraph even without the mark of a sentence.
  static let longParagraphWords: Float = 20
  /// Words of a line that can be a caption.
  static let captionWords: Float = 4
  /// Words that a line which is no paragraph costs the run of paragraphs around it.
  static let gapCost: Float = 12
  /// Words of a line that is a link to another article, not a subheading; subheadings have about five.
  static let linkWords: Float = 8
  /// Words of a headline.
  static let titleWords: Float = 4
  /// Lines of a ticker.
  static let tickerLines = 4
  /// The share of a ticker line's words that are numbers.
  static let tickerNumbers: Float = 0.25
  /// Words of a ticker line at the most.
  static let tickerWords: Float = 16
  /// The score of a line that the rules take for article; dumps of the project are labelled as well as that.
  static let score: Float = 0.95
  /// Lines of a list of teasers at the least.
  static let teaserLines = 6
}
