/// A record and its place in a shard.
struct ShardEntry: Sendable, Equatable {
  /// What is said of the record.
  var record: PackedRecord
  /// The index of its frame.
  var frame: Int
  /// Where its line begins in the decompressed frame.
  var offset: Int
  /// The bytes of its line, with the line feed.
  var byteCount: Int
}
