/// One block of text in a record.
public struct RecordBlock: Sendable, Equatable {
  /// What the block is on its page.
  public var role: Role
  /// How the block is set.
  public var kind: BlockKind
  /// The text, white space collapsed except in code.
  public var text: String
  /// How probable it is that the block belongs to the main content, 0 to 1.
  public var score: Double
  /// Composite text density of the block's element, in characters per tag (Sun, Song, Liao 2011).
  public var density: Double
  /// The elements above the block from the body down, as in `body/main/article/p`, where asked for.
  public var path: String?

  /// A block with all its fields.
  public init(
    role: Role, kind: BlockKind, text: String, score: Double, density: Double, path: String? = nil
  ) {
    self.role = role
    self.kind = kind
    self.text = text
    self.score = score
    self.density = density
    self.path = path
  }
}
