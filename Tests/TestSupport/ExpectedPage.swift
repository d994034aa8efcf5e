import Evaluation
import Extraction

/// What a corpus page's `expected.json` says.
public struct ExpectedPage: Sendable, Decodable {
  /// A block of text and its role.
  public struct Block: Sendable, Decodable {
    /// The name of the role.
    public let role: String
    /// The text.
    public let text: String
  }

  /// The visible blocks in document order.
  public let blocks: [Block]
  /// Whether nothing may be fitted to the page.
  public let heldOut: Bool
  /// The kind of page.
  public let pageType: String
  /// The BCP 47 tag of its language.
  public let language: String
  /// The headline.
  public let title: String?
  /// The authors.
  public let author: String?
  /// The day of publication.
  public let published: String?
}
