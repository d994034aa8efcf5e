/// The numbers that decide in the rules.
///
/// Each says its unit and where it comes from. "Development pages" are the 1,497 pages of WCXB's
/// development split; a figure was the best of the values tried there unless said otherwise.
enum Thresholds {
  /// The largest share of a page's plain text that a part with a telling class may hold and still be a
  /// side part.
  static let largestSidePart: Float = 0.25
  /// Words from which a block counts as full text (boilerpipe's trees split between 9 and 16).
  static let fullTextWords: Float = 12
  /// The score of a block that the density marks, and of one that it does not.
  static let markedScore: Float = 0.7
  static let unmarkedScore: Float = 0.3
  /// What a block in a boilerplate zone loses: with it, a marked block falls under the cut.
  static let boilerplateCost: Float = 0.35
  /// The share of anchor text over which a short block is a link.
  static let linkedShare: Float = 0.7
  /// What a short block of links loses, and what it loses on pages that consist of links.
  static let linkCost: Float = 0.25
  static let laxLinkCost: Float = 0.1
  /// The share of anchor text under which a block is plain text.
  static let plainShare: Float = 0.2
  /// What a block gains by each piece of evidence: plain text in a content element, a full sentence.
  static let evidenceGain: Float = 0.1
  /// The least share of the marked words that the strict rules must leave; under it the page is no article.
  ///
  /// Tried: 0.3, 0.5, 0.65.
  static let leastShareOfMarked: Float = 0.65
  /// The fewest words that are the content of a page; a page with less is empty.
  ///
  /// A notice to switch on scripts and one about cookies have 20 words together; of the development pages
  /// with any content, three have fewer than 25.
  static let fewestWords: Float = 25
  /// The blocks that a page of a site has at least; a page with fewer is a bare document.
  ///
  /// The trees were fitted on pages with menus and footers around the content, and take the paragraphs of
  /// a bare one for a notice; of the development pages 1 in 100 is that short. The rules label those.
  static let fewestBlocksOfASite = 10
}
