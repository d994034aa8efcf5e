import Extraction

/// Consecutive blocks that a rendering sets as one: what a reader of the page would call an element.
enum BlockGroup: Equatable {
  /// The headline.
  case title(String)
  /// Consecutive lines of the byline.
  case byline([String])
  /// A heading of the main content, level 1 to 6.
  case heading(level: Int, text: String)
  /// One paragraph.
  case paragraph(String)
  /// Consecutive paragraphs of quotation.
  case quote([String])
  /// Consecutive items of lists, nested by their depth.
  case list([ListItem])
  /// Preformatted text.
  case code(String)
  /// Consecutive rows of a table, each a list of cells.
  case table([[String]])
  /// A caption or credit.
  case caption(String)
}
