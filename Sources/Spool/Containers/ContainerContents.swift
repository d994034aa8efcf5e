import Intake

/// What a container held.
package struct ContainerContents: Hashable, Sendable {
  /// Pages, those that failed among them.
  package var pages: Int
  /// Records of kinds that hold no page.
  package var otherRecords: Int
  /// Responses and resources without a page in them.
  package var otherContent: Int

  /// Contents with all their numbers.
  package init(pages: Int, otherRecords: Int, otherContent: Int) {
    self.pages = pages
    self.otherRecords = otherRecords
    self.otherContent = otherContent
  }

  /// The numbers in a summary.
  init(_ summary: ContainerSummary) {
    self.init(
      pages: summary.pages, otherRecords: summary.otherRecords, otherContent: summary.otherContent)
  }
}
