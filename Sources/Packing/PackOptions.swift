/// How records are packed.
public struct PackOptions: Sendable, Equatable {
  /// The least that a shard may be asked to hold, in bytes: below it, headers outweigh records.
  public static let leastShardByteCount = 4 << 10

  /// The most bytes of a shard; one frame that is larger has a shard of its own.
  public var shardByteCount: Int
  /// The bytes of JSON after which a frame ends.
  ///
  /// With 256 KiB a frame holds tens of records and costs a few kilobytes more in a hundred than one
  /// endless frame would, while one record is read without much around it.
  public var frameByteCount = 256 << 10
  /// The level of zstd.
  public var level: Int
  /// A dictionary as `winnow train-dictionary` makes it; empty for none.
  public var dictionary: [UInt8] = []

  /// Options for shards of that size.
  ///
  /// - Parameters:
  ///   - shardByteCount: The most bytes of a shard.
  ///   - level: The level of zstd.
  public init(shardByteCount: Int, level: Int) {
    self.shardByteCount = shardByteCount
    self.level = level
  }
}
