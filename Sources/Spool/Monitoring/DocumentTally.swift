import CZstd
package import Extraction

/// What is counted of a document that ended.
package struct DocumentTally: Hashable, Sendable {
  /// Whether it gave a whole record.
  package var status: RecordStatus
  /// Why it did not.
  package var reason: FailureReason?
  /// The limits that bound.
  package var limits: [ExtractionLimit]
  /// Bytes of the input as it was stored.
  package var inputBytes: Int
  /// Bytes of the record before compression.
  package var rawBytes: Int
  /// Bytes of the record as it was written.
  package var compressedBytes: Int

  /// What is counted of `document`.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - isWritten: Whether its record is in the outbox, rather than one that was there before.
  package init(_ document: ProcessedDocument, isWritten: Bool = true) {
    status = document.status
    reason = document.reason
    limits = document.limits
    inputBytes = document.byteCount
    compressedBytes = isWritten ? document.frame.count : 0
    rawBytes = isWritten ? Self.contentSize(of: document.frame) : 0
  }

  /// The size of the content that the header of a zstd frame names; 0 where it names none.
  private static func contentSize(of frame: [UInt8]) -> Int {
    let size = unsafe frame.withUnsafeBytes { bytes in
      unsafe ZSTD_getFrameContentSize(bytes.baseAddress, bytes.count)
    }
    // The two largest numbers stand for "unknown" and "no frame" (zstd.h).
    return size >= UInt64.max - 1 ? 0 : Int(clamping: size)
  }
}
