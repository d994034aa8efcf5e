/// A reader's comment in a record.
public struct RecordComment: Sendable, Equatable {
  /// Who wrote it, as the page names them.
  public var author: String?
  /// When it was written, in ISO 8601: a day, or a day with its time.
  public var published: String?
  /// What was written; paragraphs are separated by one empty line.
  public var text: String

  /// A comment with all its fields.
  public init(author: String? = nil, published: String? = nil, text: String) {
    self.author = author
    self.published = published
    self.text = text
  }
}
