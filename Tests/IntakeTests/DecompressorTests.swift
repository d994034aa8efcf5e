import Extraction
import Testing

@testable import Intake

struct DecompressorTests {
  private static let page = Compressed.page

  private static func decompress(
    _ file: [UInt8], limits: IntakeLimits = IntakeLimits()
  ) -> Decompressor.Output {
    var decompressor = Decompressor()
    return decompressor.decompress(file, limits: limits)
  }

  @Test(arguments: [
    Compressed.page, Compressed.gzip(Compressed.page), Compressed.zstd(Compressed.page),
    Compressed.gzip(Compressed.gzip(Compressed.page)),
    Compressed.zstd(Compressed.gzip(Compressed.page)),
    Compressed.gzip(Compressed.zstd(Compressed.page)),
    Compressed.skippable + Compressed.zstd(Compressed.page) + Compressed.skippable,
    Compressed.gzip(Compressed.page) + [0, 0, 0], Compressed.gzip(Compressed.page) + [0x1F],
  ])
  func wholeFileComesOut(file: [UInt8]) {
    let output = Self.decompress(file)
    #expect(output.bytes == Self.page)
    #expect(output.reason == nil)
    #expect(output.limit == nil)
  }

  @Test func membersAndFramesAreJoined() {
    let (head, tail) = (Array(Self.page[..<100]), Array(Self.page[100...]))
    #expect(Self.decompress(Compressed.gzip(head) + Compressed.gzip(tail)).bytes == Self.page)
    #expect(Self.decompress(Compressed.zstd(head) + Compressed.zstd(tail)).bytes == Self.page)
  }

  @Test func gzipCutAtEachByteIsTruncatedAndKeepsAPrefix() {
    let file = Compressed.gzip(Self.page)
    var longest = 0
    for count in 2..<file.count {
      let output = Self.decompress(Array(file[..<count]))
      #expect(output.reason == .truncated, "\(count) bytes")
      #expect(Self.page.starts(with: output.bytes), "\(count) bytes")
      #expect(output.bytes.count >= longest)
      longest = output.bytes.count
    }
    // The last eight bytes are checksum and size: without them, all of the text is there.
    #expect(longest == Self.page.count)
  }

  @Test func zstdCutAtEachByteIsTruncated() {
    let file = Compressed.zstd(Self.page)
    for count in 4..<file.count {
      let output = Self.decompress(Array(file[..<count]))
      #expect(output.reason == .truncated, "\(count) bytes")
      #expect(Self.page.starts(with: output.bytes), "\(count) bytes")
    }
  }

  @Test func secondMemberCutShortKeepsTheFirst() {
    let member = Compressed.gzip(Self.page)
    let output = Self.decompress(member + member.dropLast(9))
    #expect(output.reason == .truncated)
    #expect(output.bytes.count > Self.page.count)
  }

  @Test func flippedByteIsCorrupt() {
    for file in [Compressed.gzip(Self.page), Compressed.zstd(Self.page)] {
      // The last byte but two belongs to the size in gzip and to the checksum in zstd.
      for index in [file.count / 2, file.count - 3] {
        var damaged = file
        damaged[index] ^= 0x55
        #expect(Self.decompress(damaged).reason == .corrupt, "byte \(index)")
      }
    }
  }

  @Test func garbageAfterMagicNumberIsCorrupt() {
    let garbage = [UInt8](repeating: 0xEE, count: 100)
    for magic in [[0x1F, 0x8B, 0x08], [0x28, 0xB5, 0x2F, 0xFD]] as [[UInt8]] {
      let output = Self.decompress(magic + garbage)
      #expect(output.reason == .corrupt)
      #expect(output.bytes.isEmpty)
    }
    #expect(Self.decompress(Compressed.zstd(Self.page) + garbage).reason == .corrupt)
  }

  @Test(arguments: [true, false]) func bombStopsAtTheRatio(isGzip: Bool) {
    let zeros = [UInt8](repeating: 0, count: 30_000_000)
    let bomb = isGzip ? Compressed.gzip(zeros) : Compressed.zstd(zeros)
    #expect(bomb.count * 1000 < zeros.count)
    let output = Self.decompress(bomb)
    #expect(output.reason == .decompressionLimit)
    #expect(output.limit == .decompressionRatio)
    #expect(output.bytes.count == max(1_000_000, bomb.count * 100))
  }

  @Test func nestedBombStopsAtTheRatioOfTheStoredFile() {
    let inner = Compressed.gzip([UInt8](repeating: 0, count: 30_000_000))
    let output = Self.decompress(Compressed.gzip(inner))
    #expect(output.reason == .decompressionLimit)
    #expect(output.bytes.count == 1_000_000)
  }

  @Test func outputStopsAtTheLimitOnBytes() {
    var limits = IntakeLimits()
    for (limit, isWhole) in [(Self.page.count, true), (Self.page.count - 1, false)] {
      limits.decompressedBytes = limit
      for file in [Compressed.gzip(Self.page), Compressed.zstd(Self.page)] {
        let output = Self.decompress(file, limits: limits)
        #expect(output.bytes.count == limit)
        #expect(output.limit == (isWhole ? nil : .decompressedBytes))
      }
    }
  }

  @Test func thirdLayerIsNotOpened() {
    let file = Compressed.gzip(Compressed.gzip(Compressed.gzip(Self.page)))
    let output = Self.decompress(file)
    #expect(output.reason == .decompressionLimit)
    #expect(output.bytes.isEmpty)
  }

  @Test func windowAboveTheLimitIsRefused() {
    let wide = Self.decompress(Compressed.zstd(Self.page, windowLog: 28))
    #expect(wide.reason == .decompressionLimit)
    #expect(wide.limit == .memory)
    #expect(Self.decompress(Compressed.zstd(Self.page, windowLog: 27)).bytes == Self.page)
  }

  @Test func damageDoesNotSpoilTheNextFile() {
    var decompressor = Decompressor()
    for file in [Compressed.gzip(Self.page), Compressed.zstd(Self.page)] {
      _ = decompressor.decompress(Array(file.dropLast(20)), limits: IntakeLimits())
      #expect(decompressor.decompress(file, limits: IntakeLimits()).bytes == Self.page)
    }
  }
}
