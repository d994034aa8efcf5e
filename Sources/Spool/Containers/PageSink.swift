/// Takes the pages of a container one by one.
package protocol PageSink: AnyObject {
  /// Pages at the beginning that are done with; they are neither announced nor made.
  var passed: Int { get }
  /// Why no more pages are taken, after a verdict to stop or a product that was not taken.
  var stopped: ExtractionOutcome { get }

  /// What is to become of a page that was read.
  func verdict(on page: PageAnnouncement) -> PageVerdict

  /// Takes what was made of a page.
  ///
  /// - Returns: Whether to go on.
  func take(_ product: WorkProduct, of page: PageAnnouncement) -> Bool
}
