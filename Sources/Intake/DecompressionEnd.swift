import Extraction

/// How a decompression ended.
///
/// Whatever came out before is good as far as it goes.
enum DecompressionEnd: Equatable {
  /// All of the stream was read.
  case complete
  /// The stream ends early.
  case truncated
  /// The stream is damaged, or its checksum does not fit.
  case corrupt
  /// More would come out than the caller allows.
  case outputFull
  /// The stream asks for a window larger than the decompressor grants.
  case windowTooLarge
  /// There is not enough memory to decompress.
  case outOfMemory

  /// The reason that the record names, `nil` when all is well.
  var reason: FailureReason? {
    switch self {
    case .complete: nil
    case .truncated: .truncated
    case .corrupt: .corrupt
    case .outputFull, .windowTooLarge: .decompressionLimit
    case .outOfMemory: .memory
    }
  }
}
