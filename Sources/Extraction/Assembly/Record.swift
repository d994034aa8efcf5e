/// What Winnow says of one page: `winnow.record/1`.
///
/// `nil` always means that the page does not say; nothing is invented.
public struct Record: Sendable, Equatable {
  /// The version of the record's shape, the value of its `schema` field.
  public static let schema = "winnow.record/1"

  /// The document's name without `.html`, `.gz` and the like.
  public var id: String
  /// Where the bytes came from.
  public var source: SourceDescription
  /// Whether the page gave a whole record.
  public var status: RecordStatus
  /// Why the status is not `ok`.
  public var reason: FailureReason?
  /// The limits that bound during the extraction, in the order in which they did.
  public var limits: [ExtractionLimit] = []
  /// The kind of page, as far as it could be told.
  public var pageType: PageType?
  /// How probable ``pageType`` is, 0 to 1.
  public var pageTypeProbability: Double?
  /// The expected word F1 of ``text``, 0 to 1.
  public var confidence: Double = 0
  /// What the page says of itself.
  public var metadata = Metadata()
  /// The article alone as plain text: no title, byline, caption or comment.
  ///
  /// Paragraphs are separated by one empty line.
  public var text: String = ""
  /// Blocks in document order: title, byline, article, caption and comment, or every one on request.
  public var blocks: [RecordBlock] = []
  /// The captions in document order, where the record lists blocks of that role.
  public var captions: [RecordCaption] = []
  /// The readers' comments in document order, where the record lists blocks of that role.
  public var comments: [RecordComment] = []
  /// Words of the whole page by role, indexed by ``Role/rawValue``; always ten numbers.
  public var wordCounts: [Int] = Array(repeating: 0, count: Role.allCases.count)
  /// What made this record.
  public var extractor = ExtractorDescription()

  /// A record of that name, source and status with nothing else in it.
  public init(
    id: String, source: SourceDescription, status: RecordStatus, reason: FailureReason? = nil
  ) {
    self.id = id
    self.source = source
    self.status = status
    self.reason = reason
  }
}
