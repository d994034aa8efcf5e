public import Extraction

/// A text of a page and the role that it has, or is said to have.
public struct LabelledText: Sendable, Equatable {
  /// The role.
  public var role: Role
  /// The text.
  public var text: String

  /// A text with its role.
  public init(role: Role, text: String) {
    self.role = role
    self.text = text
  }
}
