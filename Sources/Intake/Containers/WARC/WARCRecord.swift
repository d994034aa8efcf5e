import Extraction

/// A record of a WARC as it was read.
struct WARCRecord {
  /// The fields of its header.
  var header: HeaderFields
  /// Its block, one byte beyond the limit at most.
  var block: [UInt8]
  /// The line breaks behind it.
  var lineBreaks: [UInt8] = []
  /// Bytes of the block as the header says.
  var byteCount: Int
  /// What is wrong with the record; `nil` when it is whole.
  var damage: FailureReason?
}
