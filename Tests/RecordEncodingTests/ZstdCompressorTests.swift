import CZstd
import Extraction
import Testing

@testable import RecordEncoding

struct ZstdCompressorTests {
  /// What zstd makes of a frame, or `nil` when it finds it damaged.
  private static func decompress(_ frame: [UInt8], capacity: Int) -> [UInt8]? {
    var output = [UInt8](repeating: 0, count: capacity)
    let count = unsafe output.withUnsafeMutableBytes { output in
      unsafe frame.withUnsafeBytes { input in
        unsafe ZSTD_decompress(output.baseAddress, output.count, input.baseAddress, input.count)
      }
    }
    return ZSTD_isError(count) != 0 ? nil : Array(output[..<count])
  }

  private static func contentSize(of frame: [UInt8]) -> UInt64 {
    unsafe frame.withUnsafeBytes { unsafe ZSTD_getFrameContentSize($0.baseAddress, $0.count) }
  }

  @Test func encodedRecordComesBackAsOneLineOfJSON() throws {
    var encoder = try RecordEncoder()
    _ = try encoder.encode(SampleRecord.failed)
    let encoded = try encoder.encode(SampleRecord.full)
    var writer = JSONWriter()
    SampleRecord.full.write(to: &writer)
    writer.newline()
    #expect(Self.decompress(encoded.frame, capacity: 10_000) == writer.bytes)
    #expect(encoded.jsonByteCount == writer.bytes.count)
    #expect(writer.bytes.filter { $0 == UInt8(ascii: "\n") }.count == 1)
  }

  @Test func frameHoldsItsContentSize() throws {
    var compressor = try ZstdCompressor()
    for count in [0, 1, 255, 256, 100_000] {
      let frame = try compressor.compress([UInt8](repeating: 7, count: count).span)
      #expect(Self.contentSize(of: frame) == UInt64(count))
    }
  }

  /// Bytes that do not compress are stored as they are, so only the checksum can show the damage.
  @Test func flippedByteIsNoticed() throws {
    var generator = SplitMix(state: 1)
    let bytes = (0..<1000).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
    var compressor = try ZstdCompressor()
    let frame = try compressor.compress(bytes.span)
    #expect(Self.decompress(frame, capacity: 2000) == bytes)
    // Magic number, descriptor and content size are the first seven bytes.
    for index in frame.indices.dropFirst(7) {
      var damaged = frame
      damaged[index] ^= 1
      #expect(Self.decompress(damaged, capacity: 2000) == nil, "byte \(index)")
    }
  }

  @Test(arguments: [-5, 0, 1, 19, 22]) func anyLevelGivesAFrame(level: Int) throws {
    var compressor = try ZstdCompressor(level: level)
    let frame = try compressor.compress([1, 2, 3].span)
    #expect(Self.decompress(frame, capacity: 10) == [1, 2, 3])
  }
}
