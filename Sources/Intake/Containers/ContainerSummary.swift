public import Extraction

/// What a container held, as far as it was read.
public struct ContainerSummary: Sendable, Equatable {
  /// Pages, those that failed among them.
  public var pages = 0
  /// Records that are of no kind that holds a page: requests, revisits, metadata, crawl information.
  public var otherRecords = 0
  /// Responses and resources that hold no page: images, scripts, empty bodies.
  public var otherContent = 0
  /// What is wrong with the container, the first that was found; `nil` when it is whole.
  public var reason: FailureReason?
  /// The limits that bound while it was read.
  public var limits: [ExtractionLimit] = []
  /// What is wrong in words, if there is more to say.
  public var detail: String?

  /// The summary of a container of which nothing was read.
  public init() {}

  /// Takes note of what is wrong; the first stands.
  mutating func note(_ reason: FailureReason, detail: String? = nil) {
    guard self.reason == nil else { return }
    self.reason = reason
    self.detail = detail
  }
}
