import Extraction

/// Records that tests encode.
enum SampleRecord {
  /// A record with a value in each field and a block of each kind.
  static var full: Record {
    var record = Record(
      id: "bees",
      source: SourceDescription(
        name: "bees.html.gz", byteCount: 1234, sha256: String(repeating: "0a", count: 32),
        modified: "2024-02-29T12:30:05Z", mediaType: "text/html", encoding: "UTF-8",
        url: "https://example.org/bees"),
      status: .partial, reason: .truncated)
    record.limits = [.nodes]
    record.pageType = .article
    record.pageTypeProbability = 0.75
    record.confidence = 0.98765
    record.metadata = metadata
    record.text = "Bees dance.\n\nThey \"talk\"."
    record.blocks = blocks
    record.captions = [RecordCaption(text: "A bee")]
    record.comments = [
      RecordComment(author: "Bo", published: "2024-03-01", text: "Nice!"),
      RecordComment(text: "Ja."),
    ]
    record.wordCounts = [2, 1, 4, 0, 1, 0, 0, 0, 0, 3]
    record.extractor.options = ["roles": "all", "paths": "true"]
    return record
  }

  /// A record of a file that could not be read.
  static var failed: Record {
    Record(
      id: "gone", source: SourceDescription(name: "gone.html", byteCount: 0, sha256: ""),
      status: .failed, reason: .notFound)
  }

  /// A block with the figures that no test looks at left out.
  static func block(_ role: Role, _ kind: BlockKind, _ text: String) -> RecordBlock {
    RecordBlock(role: role, kind: kind, text: text, score: 0.5, density: 10)
  }

  private static var metadata: Metadata {
    var metadata = Metadata()
    metadata.title = "Bees"
    metadata.author = "Ann Lee"
    metadata.published = "2024-02-28"
    metadata.language = "en"
    metadata.categories = ["Nature"]
    metadata.tags = ["bees", "dance"]
    return metadata
  }

  private static var blocks: [RecordBlock] {
    [
      RecordBlock(
        role: .title, kind: .heading(level: 1), text: "Bees", score: 0.9, density: 4,
        path: "body/h1"),
      RecordBlock(role: .byline, kind: .paragraph, text: "Ann Lee", score: 0.25, density: 7.5),
      RecordBlock(
        role: .article, kind: .paragraph, text: "Bees dance.", score: 1, density: 123.45678),
      RecordBlock(
        role: .article, kind: .quote, text: "They \"talk\".", score: 0.99996, density: 0),
      RecordBlock(
        role: .comment, kind: .listItem(depth: 1, ordered: false), text: "Nice!", score: 0.1,
        density: 5),
    ]
  }
}
