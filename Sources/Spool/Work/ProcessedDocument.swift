package import Extraction

/// The record of a document, ready to be written.
package struct ProcessedDocument: Hashable, Sendable {
  /// The record as JSON in one zstd frame.
  package var frame: [UInt8]
  /// The record's identifier.
  package var id: String
  /// SHA-256 of the input as it was stored, in 64 lower-case hexadecimal digits;
  /// empty when it could not be read.
  package var sha256: String
  /// Bytes of the input as it was stored.
  package var byteCount: Int
  /// Whether the document gave a whole record.
  package var status: RecordStatus
  /// Why it did not.
  package var reason: FailureReason?
  /// The limits that bound.
  package var limits: [ExtractionLimit]
  /// What the operating system said, if it did.
  package var detail: String?

  /// What the document held, if it is a container; its frame is empty when it needs no record of its own.
  package var contents: ContainerContents?

  /// The document of that record and frame.
  package init(_ record: Record, frame: [UInt8], detail: String? = nil) {
    self.init(
      frame: frame, id: record.id, sha256: record.source.sha256,
      byteCount: record.source.byteCount, status: record.status, reason: record.reason,
      limits: record.limits, detail: detail)
  }

  /// A document with all its fields.
  package init(
    frame: [UInt8], id: String, sha256: String, byteCount: Int, status: RecordStatus,
    reason: FailureReason? = nil, limits: [ExtractionLimit] = [], detail: String? = nil
  ) {
    self.frame = frame
    self.id = id
    self.sha256 = sha256
    self.byteCount = byteCount
    self.status = status
    self.reason = reason
    self.limits = limits
    self.detail = detail
  }
}
