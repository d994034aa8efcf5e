/// One page of a container: a document, or why there is none.
public struct ContainerPage: Sendable {
  /// Which page of the container it is; the first is 1.
  public var ordinal: Int
  /// The page.
  public var document: Result<Document, FailedDocument>

  /// A page with both its fields.
  public init(ordinal: Int, document: Result<Document, FailedDocument>) {
    self.ordinal = ordinal
    self.document = document
  }
}
