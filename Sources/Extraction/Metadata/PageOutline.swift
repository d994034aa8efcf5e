/// What the page itself shows that matters for the metadata.
///
/// It is filled from the block tree. All lists are in document order; texts are UTF-8 with entities
/// decoded and white space collapsed; texts that are empty or only white space are left out.
public struct PageOutline: Sendable, Equatable {
  /// The `h1` to `h6` elements of at most 500 bytes.
  public var headings: [Heading] = []
  /// Elements of at most 200 bytes whose `class`, `id`, `rel` or `itemprop` speaks of an author or a date.
  public var bylineCandidates: [BylineCandidate] = []
  /// The blocks of at most 200 bytes, whatever they are.
  public var shortTexts: [ShortText] = []

  /// An outline of a page that shows nothing.
  public init() {}

  /// A heading.
  public struct Heading: Sendable, Equatable {
    /// 1 for `h1` to 6 for `h6`.
    public var level: UInt8
    /// The heading's text.
    public var text: String
    /// The index in ``BlockTree`` of the first block at or after the element's start.
    public var block: Int

    /// A heading with all its fields.
    public init(level: UInt8, text: String, block: Int) {
      self.level = level
      self.text = text
      self.block = block
    }
  }

  /// An element that says by its markup that it names an author or a date.
  public struct BylineCandidate: Sendable, Equatable {
    /// The text of the whole element.
    public var text: String
    /// The `class`, `id`, `rel` and `itemprop` attributes, joined by spaces, in lower case.
    public var hints: String
    /// The index in ``BlockTree`` of the first block at or after the element's start.
    public var block: Int

    /// A candidate with all its fields.
    public init(text: String, hints: String, block: Int) {
      self.text = text
      self.hints = hints
      self.block = block
    }
  }

  /// A short block.
  public struct ShortText: Sendable, Equatable {
    /// The block's text.
    public var text: String
    /// The block's index in ``BlockTree``.
    public var block: Int

    /// A short block with all its fields.
    public init(text: String, block: Int) {
      self.text = text
      self.block = block
    }
  }
}
