package import Extraction

/// The record of a document, ready to be written.
package struct ProcessedDocument: Hashable, Sendable {
  /// The record as JSON in one zstd frame.
  package var frame: [UInt8]
  /// The record's identifier.
  package var id: String
  /// SHA-256 of the input as it was stored, in 64 lower-case hexadecimal digits.
  package var sha256: String
  /// Bytes of the input as it was stored.
  package var byteCount: Int
  /// Whether the document gave a whole record.
  package var status: RecordStatus
  /// Why it did not.
  package var reason: FailureReason?
  /// The limits that bound.
  package var limits: [ExtractionLimit]

  /// A document with all its fields.
  package init(
    frame: [UInt8], id: String, sha256: String, byteCount: Int, status: RecordStatus,
    reason: FailureReason? = nil, limits: [ExtractionLimit] = []
  ) {
    self.frame = frame
    self.id = id
    self.sha256 = sha256
    self.byteCount = byteCount
    self.status = status
    self.reason = reason
    self.limits = limits
  }
}
