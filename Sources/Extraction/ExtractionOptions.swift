/// What a caller can choose about an extraction.
public struct ExtractionOptions: Sendable, Equatable {
  /// The roles whose blocks the record lists.
  public var roles: Set<Role> = [.title, .byline, .article, .caption, .comment]
  /// Whether each block of the record names the elements above it.
  public var includesPaths = false
  /// Whether the fitted model scores the blocks, rather than density and rules alone.
  public var usesModel = true
  /// The largest number of element nodes read of a page.
  ///
  /// The default holds any page of 50 MB that a person would write; each node costs about 40 bytes.
  public var nodeLimit = 4_000_000
  /// The largest nesting depth that the tree keeps.
  ///
  /// Text further down belongs to the deepest element kept: nothing is lost. Pages that people wrote stay
  /// under 100; some stages walk from a block to the root, so the limit bounds their cost.
  public var depthLimit = 1_000

  /// The default options.
  public init() {}
}
