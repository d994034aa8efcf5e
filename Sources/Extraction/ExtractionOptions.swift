/// What a caller can choose about an extraction.
public struct ExtractionOptions: Sendable, Equatable {
  /// The roles whose blocks the record lists.
  public var roles: Set<Role> = [.title, .byline, .article, .caption, .comment]
  /// Whether each block of the record names the elements above it.
  public var includesPaths = false
  /// Whether the fitted model scores the blocks, rather than density and rules alone.
  public var usesModel = true
  /// How much precision counts for more than recall in the choice of the model's blocks, -0.9 to 1.
  ///
  /// A chosen word costs `1 + precisionBias` in the F1 that the choice expects: over 0 the text loses
  /// doubtful blocks, under 0 it takes more of them. The rules heed it not.
  public var precisionBias = ExpectedScore.precisionBias
  /// The values that ``precisionBias`` may have.
  ///
  /// At -1 a chosen word would cost nothing and the whole page would be chosen.
  public static let precisionBiasRange: ClosedRange<Float> = -0.9...1
  /// The largest number of element nodes read of a page.
  ///
  /// The default holds any page of 50 MB that a person would write; each node costs some 200 bytes over
  /// all stages.
  public var nodeLimit = 1_000_000
  /// The largest nesting depth that the tree keeps.
  ///
  /// Text further down belongs to the deepest element kept: nothing is lost. Pages that people wrote stay
  /// under 100; some stages walk from a block to the root, so the limit bounds their cost.
  public var depthLimit = 1_000

  /// The default options.
  public init() {}

  /// The options that differ from their defaults, by name, as records list them.
  package var changes: [String: String] {
    let defaults = ExtractionOptions()
    var changes: [String: String] = [:]
    if roles != defaults.roles {
      changes["roles"] = Role.allCases.filter(roles.contains).map(\.name).joined(separator: ",")
    }
    if includesPaths != defaults.includesPaths { changes["paths"] = String(includesPaths) }
    if usesModel != defaults.usesModel { changes["rules"] = String(!usesModel) }
    if precisionBias != defaults.precisionBias { changes["bias"] = String(precisionBias) }
    if nodeLimit != defaults.nodeLimit { changes["nodeLimit"] = String(nodeLimit) }
    if depthLimit != defaults.depthLimit { changes["depthLimit"] = String(depthLimit) }
    return changes
  }
}
