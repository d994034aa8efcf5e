import Extraction
import Testing

@testable import Intake

/// Containers with changed, missing and doubled bytes: whatever they are, reading ends and nothing traps.
struct AnyBytesTests {
  /// A sequence of numbers that is the same in each run (Steele, Lea and Flood, "SplitMix", 2014).
  private struct Numbers {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((value ^ (value >> 31)) % UInt64(max(1, bound)))
    }
  }

  private static let chunked =
    Array("40\r\n".utf8) + WARCFile.page("b").prefix(64) + Array("\r\n0\r\n\r\n".utf8)
  private static let records = [
    WARCFile.information, WARCFile.response(1, body: WARCFile.page("a")),
    WARCFile.response(2, body: chunked, http: ["Transfer-Encoding: chunked"]),
    WARCFile.response(
      3, body: Compressed.gzip(WARCFile.page("c")),
      http: ["Content-Type: text/html", "Content-Encoding: gzip"]),
  ]
  private static let lines = Array(
    #"{"id": 1, "html": "<p>\u00e9\n</p>", "x": [{"y": null}]}\#n{"html_base64": "PHA+SGk8L3A+"}"#
      .utf8)
  private static let message = Array(
    """
    MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r
    Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=C3=A9=\r\n</p>\r\n--b--
    """.utf8)

  private static let seeds: [[UInt8]] = [
    records.flatMap { $0 }, records.flatMap(Compressed.gzip),
    records.flatMap { Compressed.zstd($0) },
    lines, message,
  ]

  @Test(arguments: 0..<5) func readingEnds(seed: Int) throws {
    var numbers = Numbers(state: UInt64(seed))
    var limits = IntakeLimits()
    limits.fileBytes = 2_000
    for _ in 0..<200 {
      var file = Self.seeds[seed]
      for _ in 0...numbers.next(below: 4) {
        let at = numbers.next(below: file.count)
        let end = min(file.count, at + 1 + numbers.next(below: 60))
        switch numbers.next(below: 4) {
        case 0: file[at] = UInt8(numbers.next(below: 256))
        case 1: file.removeSubrange(at..<end)
        case 2: file.insert(contentsOf: Array(file[at..<end]), at: numbers.next(below: file.count))
        default: file[at] ^= 1 << UInt8(numbers.next(below: 8))
        }
        if file.isEmpty { file = Self.seeds[seed] }
      }
      for choice in [InputChoice.warc, .ndjson] {
        let content = try ContainerContent(file, limits: limits, as: choice)
        #expect(content.summary.pages == content.pages.count)
        #expect(content.documents.allSatisfy { !$0.bytes.isEmpty })
        #expect(content.pages.map(\.ordinal) == content.pages.indices.map { $0 + 1 })
      }
      _ = SavedArchive(file)
      _ = SavedArchive.begins(file)
      _ = SavedPageComment.url(in: file)
    }
  }

  @Test func lengthsThatAskToBeReadAgainEnd() throws {
    let record = WARCFile.response(1, body: WARCFile.page("a"), length: 1 << 40)
    let count = 60
    let content = try ContainerContent((0..<count).flatMap { _ in record })
    #expect(content.pages.count == count)
    #expect(content.documents.allSatisfy { $0.reason != nil })
  }
}
