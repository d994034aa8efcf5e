/// A limit that can bind while a document is read.
///
/// The record names those that did.
public enum ExtractionLimit: String, Sendable, CaseIterable {
  /// Bytes of the input file.
  case inputBytes = "input_bytes"
  /// Bytes after decompression.
  case decompressedBytes = "decompressed_bytes"
  /// Decompressed bytes for each compressed byte.
  case decompressionRatio = "decompression_ratio"
  /// Element nodes of the page.
  case nodes
  /// Nesting depth of the page.
  case depth
  /// Seconds of wall time.
  case wallTime = "wall_time"
  /// Bytes of memory of a worker.
  case memory
  /// Bytes of the encoded record.
  case outputBytes = "output_bytes"
}
