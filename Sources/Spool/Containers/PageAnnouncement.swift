package import Extraction
import Intake

/// What is known of a page of a container before it is worked on: enough for the record of one that cannot
/// be.
package struct PageAnnouncement: Hashable, Sendable {
  /// Which page of the container it is; the first is 1.
  package var ordinal: Int
  /// Its identifier.
  package var id: String
  /// What it is called, after its container.
  package var name: String
  /// SHA-256 of the page as it was stored, in 64 lower-case hexadecimal digits, or empty.
  package var sha256: String
  /// Bytes of the page as it was stored.
  package var byteCount: Int
  /// The page's address.
  package var url: String?
  /// When the page was fetched.
  package var modified: String?
  /// Stored bytes of the container that were read so far.
  package var bytesRead: Int

  /// What is known of a page that was read.
  init(_ page: ContainerPage, bytesRead: Int) {
    let (id, source) =
      switch page.document {
      case .success(let document): (document.id, document.source)
      case .failure(let failed): (failed.id, failed.source)
      }
    self.init(ordinal: page.ordinal, id: id, source: source, bytesRead: bytesRead)
  }

  /// What is known of a page of that number, identifier and source.
  package init(ordinal: Int, id: String, source: SourceDescription, bytesRead: Int) {
    self.ordinal = ordinal
    self.id = id
    name = source.name
    sha256 = source.sha256
    byteCount = source.byteCount
    url = source.url
    modified = source.modified
    self.bytesRead = bytesRead
  }

  /// The record that says that the page is given up.
  func record(_ reason: FailureReason) -> Record {
    var record = Record(
      id: id,
      source: SourceDescription(
        name: name, byteCount: byteCount, sha256: sha256, modified: modified, url: url),
      status: .failed, reason: reason)
    record.limits = reason.limits
    return record
  }
}
