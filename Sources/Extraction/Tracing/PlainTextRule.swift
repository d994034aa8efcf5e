/// The rule that gave a line of a text dump its role.
enum PlainTextRule: Sendable {
  case tickerRun
  case beforeMain
  case prose
  case printedTwice
  case linkBetweenParagraphs
  case insideMain
  case teaserCycle
  case headline
  case datedLine
  case shortLine
  case dateAboveHeadline
  case belowCommentHeading
  case belowTeasers
  case sourceLine
  case noProse
  case rest

  /// What the rule saw, in words.
  var words: String {
    switch self {
    case .tickerRun: "one of a run of lines full of numbers"
    case .beforeMain: "before the run of paragraphs"
    case .prose: "a paragraph in the run with the most prose"
    case .printedTwice: "the same line twice in a row, as captions are"
    case .linkBetweenParagraphs: "a long line without the end of a sentence, between two paragraphs"
    case .insideMain: "between paragraphs of the run with the most prose"
    case .teaserCycle: "part of a list of headline, snippet and date"
    case .headline: "the last long line before the paragraphs"
    case .datedLine: "a line with a date beside the article"
    case .shortLine: "a short line between headline and paragraphs"
    case .dateAboveHeadline: "a date above the headline"
    case .belowCommentHeading: "from a heading of comments on"
    case .belowTeasers: "from the first teaser after the article on"
    case .sourceLine: "a line with a date or an address after the article"
    case .noProse: "the text has no paragraph at all"
    case .rest: "after the article, and nothing else fits"
    }
  }
}
