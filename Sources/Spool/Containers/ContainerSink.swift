package import Extraction

/// Takes the pages of a container, and those of which no record can be made.
package protocol ContainerSink: PageSink {
  /// Takes a page that is given up for `reason`.
  ///
  /// - Returns: Whether to go on.
  func giveUp(_ page: PageAnnouncement, for reason: FailureReason) -> Bool
}
