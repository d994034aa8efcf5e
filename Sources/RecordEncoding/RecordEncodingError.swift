/// Why a record could not be compressed.
public enum RecordEncodingError: Error, Sendable, Equatable {
  /// There is not enough memory for a compression context or its buffer.
  case outOfMemory
  /// zstd refused; `code` is its `ZSTD_ErrorCode`.
  case compression(code: UInt32)
}
