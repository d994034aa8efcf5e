/// The values of some blocks that follow one another, of the elements around them, and of their page.
///
/// A page of millions of blocks is worked on in parts; one that people wrote is a single part.
struct PartFeatures {
  /// The blocks whose rows are wanted.
  private(set) var blocks = 0..<0
  /// Places of these blocks and of those so near that their values stand in the rows.
  private(set) var places = BlockPlaces()
  /// Values of the blocks of ``places``.
  private(set) var blockValues = FeatureValues()
  /// Values of the elements around them.
  private(set) var ancestorValues = FeatureValues()
  /// Values of the repeated siblings around them.
  private(set) var cardValues = FeatureValues()
  /// Values of the page: of one thing.
  private(set) var pageValues = FeatureValues()

  /// Computes the values for some blocks.
  mutating func compute(_ tree: BlockTree, _ features: PageFeatures, blocks: Range<Int>) {
    self.blocks = blocks
    let margin = FeatureLayout.margin
    places.read(
      tree, features,
      blocks: max(
        blocks.lowerBound - margin, 0)..<min(blocks.upperBound + margin, tree.blocks.count)
    )
    let rows = FeatureRows(tree: tree, features: features, places: places)
    blockValues.fill(count: places.blocks.count, valueCount: FeatureLayout.blockValues.count) {
      rows.writeBlock($0, to: &$1)
    }
    ancestorValues.fill(
      count: places.ancestors.count, valueCount: FeatureLayout.ancestorValues.count
    ) { rows.writeAncestor(Int(rows.places.ancestors[$0]), to: &$1) }
    cardValues.fill(count: places.cards.count, valueCount: FeatureLayout.cardValues.count) {
      rows.writeCard(Int(rows.places.cards[$0]), to: &$1)
    }
    pageValues.fill(count: 1, valueCount: FeatureLayout.pageValues.count) {
      rows.writePage(to: &$1)
    }
  }

  /// The rows of ``blocks`` among those of ``places``.
  var rows: Range<Int> {
    let first = blocks.lowerBound - places.blocks.lowerBound
    return first..<(first + blocks.count)
  }
}
