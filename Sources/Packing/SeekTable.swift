/// The seek table of the zstd seekable format, version 0.1.0: a skippable frame at the end of a file that
/// tells the sizes of the frames before it.
///
/// Decompressors that do not know it skip it.
/// The format is `contrib/seekable_format/zstd_seekable_compression_format.md` of zstd.
package enum SeekTable {
  /// Bytes of a table of no frames: header 8, footer 9.
  private static let frameByteCount = 17
  /// Bytes of an entry without a checksum; the frames have theirs.
  private static let entryByteCount = 8
  /// Bytes of the largest frame that an entry can tell of, which has 32 bits for them.
  static let largestFrame = Int(UInt32.max)
  private static let skippableMagic: UInt32 = 0x184D_2A5E
  private static let seekableMagic: UInt32 = 0x8F92_EAB1

  /// The size of a table of that many frames, in bytes.
  static func byteCount(frameCount: Int) -> Int { frameByteCount + entryByteCount * frameCount }

  /// The table of those frames.
  package static func encode(_ frames: [FrameRange]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(byteCount(frameCount: frames.count))
    append(skippableMagic, to: &bytes)
    append(UInt32(byteCount(frameCount: frames.count) - 8), to: &bytes)
    for frame in frames {
      append(UInt32(frame.byteCount), to: &bytes)
      append(UInt32(frame.contentByteCount), to: &bytes)
    }
    append(UInt32(frames.count), to: &bytes)
    // The descriptor: no checksums, no reserved bits.
    bytes.append(0)
    append(seekableMagic, to: &bytes)
    return bytes
  }

  private static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    for shift in stride(from: UInt32(0), to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }
}
