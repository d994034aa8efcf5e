/// A block of text and its role.
public struct ExpectedBlock: Sendable, Codable {
  /// The name of the role.
  public let role: String
  /// The text.
  public let text: String

  /// A block with its fields.
  public init(role: String, text: String) {
    self.role = role
    self.text = text
  }
}
