import Extraction
import Spool

extension ProcessedDocument {
  /// A document whose input has the digest `sha256`, with its frame in plain text.
  static func made(
    _ sha256: String, _ status: RecordStatus = .ok, text: String = "text"
  ) -> ProcessedDocument {
    ProcessedDocument(
      frame: Array("\(sha256) \(status.rawValue) \(text)".utf8), id: "a", sha256: sha256,
      byteCount: 4, status: status, reason: status == .failed ? .corrupt : nil)
  }
}
