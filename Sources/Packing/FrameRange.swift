/// Where a zstd frame stands in its shard, and how much is in it.
package struct FrameRange: Sendable, Equatable {
  /// Where it begins, in bytes from the start of the shard.
  package var offset: Int
  /// Its bytes.
  package var byteCount: Int
  /// The bytes of JSON in it.
  package var contentByteCount: Int
  /// The records in it.
  package var recordCount: Int

  /// A range with all its fields.
  package init(offset: Int, byteCount: Int, contentByteCount: Int, recordCount: Int) {
    self.offset = offset
    self.byteCount = byteCount
    self.contentByteCount = contentByteCount
    self.recordCount = recordCount
  }
}
