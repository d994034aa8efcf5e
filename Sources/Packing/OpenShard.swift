import Crypto
import DurableFiles
import SystemPackage
import TextCoding

/// A shard that is being written.
struct OpenShard: ~Copyable {
  private let file: DurableFile
  private var hash = SHA256()
  private(set) var byteCount = 0
  private(set) var frames: [FrameRange] = []
  private(set) var entries: [ShardEntry] = []
  private var containers: [String] = []

  /// A shard without frames.
  init(_ file: DurableFile) {
    self.file = file
  }

  /// The size of the shard when a frame of that size is added and the seek table closes it.
  func closedByteCount(adding frameByteCount: Int) -> Int {
    byteCount + frameByteCount + SeekTable.byteCount(frameCount: frames.count + 1)
  }

  /// Takes note of a container whose records are all in this shard's frames, or those of shards before it.
  mutating func endContainer(_ name: String) { containers.append(name) }

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

  /// Writes the seek table, synchronizes the file and closes it.
  mutating func finish(name: String) throws(PackError) -> ShardDescription {
    try write(SeekTable.encode(frames))
    do throws(Errno) {
      try file.synchronize()
      try file.close()
    } catch {
      throw .inputOutput(error)
    }
    return ShardDescription(
      name: name, byteCount: byteCount, sha256: Hexadecimal.text(of: hash.finalize()),
      frames: frames, entries: entries, containers: containers)
  }

  private mutating func write(_ bytes: [UInt8]) throws(PackError) {
    do throws(Errno) {
      try file.write(bytes)
    } catch {
      throw .inputOutput(error)
    }
    unsafe bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
    byteCount += bytes.count
  }
}
