/// A benchmark that was saved as JSON, as far as a later run is compared with it.
public struct SavedBenchmark: Decodable, Sendable {
  /// The version of its shape.
  public var schema: String
  /// What read the corpus.
  public var extractor: String
  /// The pages.
  public var pages: [SavedPage]
}
