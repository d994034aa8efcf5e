/// One step of the labelling that had a say in a block's role.
public struct TraceStep: Sendable, Equatable {
  /// What kind of step it was.
  public enum Kind: String, Sendable {
    /// The fitted trees gave the roles their probabilities.
    case trees
    /// The choice of main content took the block or left it.
    case choice
    /// The choice was mended by the structure of the page.
    case structure
    /// A rule moved the block's score.
    case score
    /// A rule gave the role.
    case rule
  }

  /// The kind of step.
  public var kind: Kind
  /// What happened, in words.
  public var words: String
  /// The role that the block had after it; `nil` where the step gave none.
  public var role: Role?

  /// A step.
  init(_ kind: Kind, _ words: String, role: Role? = nil) {
    self.kind = kind
    self.words = words
    self.role = role
  }
}
