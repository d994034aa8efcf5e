extension SiblingGroups {
  /// What the items of a group have in common.
  struct Group {
    /// The number of items.
    private(set) var size: Float = 0
    /// Words in all items.
    private(set) var words: Float = 0
    /// The sum of the squares of the items' words.
    private(set) var squares: Float = 0
    /// Characters in all items.
    private(set) var characters: Float = 0
    /// Characters of anchor text in all items.
    private(set) var linkCharacters: Float = 0
    /// Blocks in all items.
    private(set) var blocks: Float = 0
    /// Items with text.
    private(set) var filled: Float = 0
    /// Items with a heading inside.
    private(set) var headings: Float = 0
    /// Items with a byline or date hint inside, or a `time` element.
    private(set) var dates: Float = 0

    /// Adds an item.
    mutating func add(
      words: Float, characters: UInt32, linkCharacters: UInt32, blocks: Int, hasHeading: Bool,
      hasDate: Bool
    ) {
      size += 1
      self.words += words
      squares += words * words
      self.characters += Float(characters)
      self.linkCharacters += Float(linkCharacters)
      self.blocks += Float(blocks)
      if words > 0 { filled += 1 }
      if hasHeading { headings += 1 }
      if hasDate { dates += 1 }
    }
  }
}
