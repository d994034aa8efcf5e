/// A caption or credit of an image, video or table in a record.
public struct RecordCaption: Sendable, Equatable {
  /// The caption's text.
  public var text: String

  /// A caption with that text.
  public init(text: String) {
    self.text = text
  }
}
