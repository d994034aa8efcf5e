import Extraction
import Testing

@testable import Intake

/// What whoever waits sees of a reader that comes upon no page for long.
struct ReadingSignTests {
  /// What stands between two pages, of the same size in all cases, and what comes of it.
  struct Padding: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let file: [UInt8]
    var pages = 2
  }

  // Twelve pieces of a file, so that no other one hides a missing sign.
  private static let length = 3 << 20
  private static let records = (1...2).map { WARCFile.response($0, body: WARCFile.page("\($0)")) }
  private static let lines = (1...2).map { Array("{\"html\":\"<p>Number \($0)</p>\"}\n".utf8) }
  private static let gzip = records.map(Compressed.gzip)
  private static let zstd = records.map { Compressed.zstd($0) }

  private static func between(_ parts: [[UInt8]], _ padding: [UInt8]) -> [UInt8] {
    parts[0] + padding + parts[1]
  }

  private static func bytes(_ text: String) -> [UInt8] {
    Array(repeatElement(Array(text.utf8), count: length / text.utf8.count).joined())
  }

  static let paddings = [
    Padding(testDescription: "line breaks", file: between(records, bytes("\r\n"))),
    Padding(testDescription: "what is no record", file: between(records, bytes("Words.\n"))),
    Padding(testDescription: "blank lines", file: between(lines, bytes(" \n"))),
    Padding(testDescription: "zeros behind a member", file: between(gzip, bytes("\0"))),
    Padding(
      testDescription: "damage behind a member", file: between(gzip, bytes("Neither nor. "))),
    Padding(
      testDescription: "a member that is cut",
      file: between([gzip[0] + gzip[1].dropLast(20), gzip[1]], bytes("Neither nor. ")),
      pages: 3),
    Padding(
      testDescription: "empty members",
      file: between(gzip, Array(repeatElement(Compressed.gzip([]), count: length / 20).joined()))),
    Padding(
      testDescription: "a frame that is skipped",
      file: between(zstd, [0x50, 0x2A, 0x4D, 0x18, 0, 0, 0x30, 0] + bytes("x"))),
  ]

  @Test(arguments: paddings)
  func eachPieceOfAFileIsASign(padding: Padding) throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write(padding.file, to: "crawl")
    var reader = DocumentReader()
    guard case .container(let container) = try reader.open(path) else {
      Issue.record("a container is one")
      return
    }
    var signs = [0]
    container.step = { signs.append($0) }
    var pages = 0
    while try container.next() != nil { pages += 1 }
    #expect(pages == padding.pages)
    #expect(signs.last == padding.file.count)
    let steps = zip(signs, signs.dropFirst()).map { $1 - $0 }
    #expect(steps.allSatisfy { (0...ChunkBuffer.size).contains($0) })
  }

  @Test func eachPieceThatComesOfFewBytesIsASign() throws {
    let breaks = [UInt8](repeating: 0x0A, count: Self.length)
    let member = Compressed.gzip(Self.records[0] + breaks + Self.records[1])
    let directory = try TemporaryDirectory()
    let path = try directory.write(member, to: "crawl")
    var limits = IntakeLimits()
    limits.decompressionRatio = Self.length
    var reader = DocumentReader(limits: limits)
    guard case .container(let container) = try reader.open(path) else {
      Issue.record("a container is one")
      return
    }
    var signs = 0
    container.step = { _ in signs += 1 }
    while try container.next() != nil {}
    #expect(signs >= Self.length / ChunkBuffer.size)
  }
}
