package import Extraction

/// Takes the pages of a container, and those of which no record can be made.
package protocol ContainerSink: PageSink {
  /// The container was read up to there, and its next page is still to come.
  ///
  /// - Parameter bytesRead: Stored bytes of the container that were read so far.
  func readOn(to bytesRead: Int)

  /// Takes a page that is given up for `reason`.
  ///
  /// - Returns: Whether to go on.
  func giveUp(_ page: PageAnnouncement, for reason: FailureReason) -> Bool
}
