/// A block of a page and why it has its role.
public struct BlockTrace: Sendable, Equatable {
  /// The text.
  public var text: String
  /// What the block is.
  public var role: Role
  /// How it is set.
  public var kind: BlockKind
  /// The nearest elements above it, from the outermost down.
  public var path: String
  /// Whether an element around it is hidden.
  public var isHidden: Bool
  /// Whether a line break, and no element, parts it from the block before.
  public var followsLineBreak: Bool
  /// Its words.
  public var wordCount: Int
  /// The share of its characters that is anchor text, 0 to 1.
  public var linkDensity: Double
  /// How probable it is that it belongs to the main content, 0 to 1.
  public var score: Double
  /// Composite text density of its element, in characters per tag (Sun, Song, Liao 2011).
  public var density: Double
  /// Text density along the page, smoothed over the blocks around it, as a share of the page's highest.
  public var smoothedDensity: Double
  /// The probabilities of the ten roles, indexed by `Role.rawValue`; empty where no model was used.
  public var roleProbabilities: [Double] = []
  /// The role whose probability ``effects`` are about; `nil` where there are none.
  public var explainedRole: Role?
  /// The probability of that role; for `article` it is ``score``.
  public var probability: Double?
  /// The same for a typical block.
  public var typicalProbability: Double?
  /// What each group of features does to it, largest first; they add up to what sets the block apart.
  public var effects: [GroupEffect] = []
  /// The features that count most, with their values.
  public var facts: [FeatureFact] = []
  /// The steps that led to the role, in their order.
  public var steps: [TraceStep] = []
}
