public import Extraction

/// What an extractor says of a page.
public struct Prediction: Sendable, Equatable {
  /// The main text.
  public var text = ""
  /// The headline.
  public var title: String?
  /// The authors.
  public var author: String?
  /// The day of publication, or the time, beginning with `YYYY-MM-DD`.
  public var published: String?
  /// The kind of page.
  public var pageType: String?
  /// The BCP 47 tag of the language.
  public var language: String?
  /// The word F1 that the extractor expects of itself.
  public var confidence: Double?
  /// The texts of the page with their roles; `nil` from an extractor that knows no roles.
  public var blocks: [LabelledText]?

  /// A prediction of nothing: what a page without prediction is taken to have.
  public init() {}

  /// What a record says; it must list the blocks of every role for roles to be measured.
  public init(_ record: Record) {
    text = record.text
    title = record.metadata.title
    author = record.metadata.author
    published = record.metadata.published
    pageType = record.pageType?.name
    language = record.metadata.language
    confidence = record.confidence
    blocks = record.blocks.map { LabelledText(role: $0.role, text: $0.text) }
  }
}
