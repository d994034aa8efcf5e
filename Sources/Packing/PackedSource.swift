/// What a packed record was made of: an input, or a page in one.
public struct PackedSource: Sendable, Hashable {
  /// The page that stands for what became of a container as a whole.
  public static let endOfContainer = 0

  /// The input: its path as the command saw it.
  public var name: String
  /// Which page of a container, counted from one; `nil` where the input is a page itself.
  public var page: Int?

  /// An input, or a page in it.
  public init(_ name: String, page: Int? = nil) {
    self.name = name
    self.page = page
  }
}
