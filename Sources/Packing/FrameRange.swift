/// Where a zstd frame stands in its shard, and how much is in it.
struct FrameRange: Sendable, Equatable {
  /// Where it begins, in bytes from the start of the shard.
  var offset: Int
  /// Its bytes.
  var byteCount: Int
  /// The bytes of JSON in it.
  var contentByteCount: Int
  /// The records in it.
  var recordCount: Int
}
