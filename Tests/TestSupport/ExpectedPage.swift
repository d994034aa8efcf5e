/// What a corpus page's `expected.json` says.
public struct ExpectedPage: Sendable, Codable {
  /// The visible blocks in document order.
  public let blocks: [ExpectedBlock]
  /// Whether nothing may be fitted to the page.
  public let heldOut: Bool
  /// The kind of page.
  public let pageType: String
}
