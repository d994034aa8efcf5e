package import Extraction

/// Makes records of claimed documents, one at a time.
///
/// A worker may be an object of this process or stand for a process of its own, whose end then is one of
/// the outcomes.
package protocol ExtractionWorker: AnyObject, Sendable {
  /// Gets ready for the next document, so that none has to wait for it.
  func prepare()

  /// Gives back what it holds, such as a process; it is not used again.
  func end()

  /// The record of a claimed document.
  ///
  /// - Parameters:
  ///   - claim: The claim.
  ///   - folder: The folder of the claim.
  ///   - sink: Takes the pages, when the document is a container.
  /// - Returns: The record, or why there is none.
  func extract(
    _ claim: Claim, in folder: any Directory, into sink: any ContainerSink
  ) -> WorkProduct

  /// The record of a document that is given up for `reason`. Its bytes are only counted
  /// and, when they are not more than a document may have, digested.
  func abandon(_ name: FileName, in folder: any Directory, for reason: FailureReason) -> WorkProduct
}
