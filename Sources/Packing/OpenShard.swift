import Crypto

/// A shard that is being written.
struct OpenShard: ~Copyable {
  private let file: DurableFile
  private var hash = SHA256()
  private(set) var byteCount = 0
  private(set) var frames: [FrameRange] = []
  private(set) var entries: [ShardEntry] = []

  /// A shard without frames.
  init(_ file: consuming DurableFile) {
    self.file = file
  }

  /// The size of the shard when a frame of that size is added and the seek table closes it.
  func closedByteCount(adding frameByteCount: Int) -> Int {
    byteCount + frameByteCount + SeekTable.byteCount(frameCount: frames.count + 1)
  }

  /// Adds a frame with its records, whose frame index is set.
  mutating func add(
    _ frame: [UInt8], contentByteCount: Int, entries new: [ShardEntry]
  ) throws(PackError) {
    let range = FrameRange(
      offset: byteCount, byteCount: frame.count, contentByteCount: contentByteCount,
      recordCount: new.count)
    try write(frame)
    for var entry in new {
      entry.frame = frames.count
      entries.append(entry)
    }
    frames.append(range)
  }

  /// Writes the seek table and synchronizes the file.
  mutating func finish(name: String) throws(PackError) -> ShardDescription {
    try write(SeekTable.encode(frames))
    try file.synchronize()
    let digest = hash.finalize().map { byte in
      let digits = String(byte, radix: 16)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }
    return ShardDescription(
      name: name, byteCount: byteCount, sha256: digest.joined(), frames: frames, entries: entries)
  }

  private mutating func write(_ bytes: [UInt8]) throws(PackError) {
    try file.write(bytes)
    unsafe bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
    byteCount += bytes.count
  }
}
