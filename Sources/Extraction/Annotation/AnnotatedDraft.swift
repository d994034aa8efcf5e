/// A page with the role of its text written into its markup, for a person to correct.
public struct AnnotatedDraft: Sendable, Equatable {
  /// The page in UTF-8, with `data-role="…"` on elements.
  ///
  /// A role holds for all text below its element, until an element below has another one.
  public var markup: [UInt8] = []
  /// Texts that have another role than the element around them can carry.
  public var unplacedCount = 0
  /// Texts for which no role was found; they have that of the text before them.
  public var unknownCount = 0

  /// A draft of nothing.
  public init() {}
}
