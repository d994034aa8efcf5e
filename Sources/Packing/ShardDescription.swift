/// A whole shard, as the manifest tells of it.
struct ShardDescription: Sendable, Equatable {
  /// Its file's name.
  var name: String
  /// Its bytes.
  var byteCount: Int
  /// SHA-256 of the file in hexadecimal.
  var sha256: String
  /// Its frames in order.
  var frames: [FrameRange]
  /// Its records in order.
  var entries: [ShardEntry]
  /// The containers that were read to their end, and whose last record is in it.
  var containers: [String]
}
