import Extraction

/// What came of one call of a decompressor.
struct MemberStep {
  /// How the member stands.
  enum End: Equatable {
    /// There is more to come.
    case going
    /// The member ended, and its checksum fits.
    case complete
    /// The member is damaged, or asks for too much.
    case failed(FailureReason)
  }

  /// Bytes of the input that were read.
  var consumed: Int
  /// Whether the output was filled, so that there may be more without any input.
  var isFull: Bool
  /// How the member stands.
  var end: End
}
