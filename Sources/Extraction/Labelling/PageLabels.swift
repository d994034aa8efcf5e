/// What the labelling says of each block.
struct PageLabels {
  /// How probable it is that the block belongs to the main content, 0 to 1.
  var scores: [Float]
  /// The role of each block.
  var roles: [Role]
  /// The expected word F1 of the blocks with role `article`, 0 to 1.
  var confidence: Float
  /// What made the labels: a model's name, or `rules`.
  var model: String
  /// The kind of page, and how probable it is; `nil` where nothing tells.
  var pageType: PageTypeEstimate?
}
