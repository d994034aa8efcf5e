import Extraction
import Testing

@testable import Intake

struct WARCReaderTests {
  private static let pages = (1...4).map { WARCFile.page("Number \($0)") }
  private static let records = pages.enumerated().map { index, page in
    WARCFile.response(index + 1, body: page)
  }
  private static let plain = WARCFile.information + records.flatMap { $0 }
  private static let gzip = ([WARCFile.information] + records).flatMap(Compressed.gzip)
  private static let zstd = ([WARCFile.information] + records).flatMap { Compressed.zstd($0) }

  @Test(arguments: [plain, gzip, zstd, Compressed.gzip(plain)])
  func recordsGivePagesInTheirOrder(file: [UInt8]) throws {
    let content = try ContainerContent(file)
    #expect(content.documents.map(\.bytes) == Self.pages)
    #expect(content.documents.allSatisfy { $0.reason == nil })
    #expect(content.summary.reason == nil)
    #expect(content.summary.otherRecords == 1)
    #expect(content.record == nil)
  }

  @Test func pageSaysWhereItIsFrom() throws {
    let http = ["Content-Type: text/html; charset=\"ISO-8859-2\""]
    let file = WARCFile.response(7, body: Self.pages[0], http: http)
    let document = try #require(try ContainerContent(file).documents.first)
    #expect(document.id == "crawl-000001")
    #expect(document.source.name == "crawl.warc.gz#urn:uuid:7")
    #expect(document.source.url == "https://example.org/7")
    #expect(document.source.modified == "2024-05-17T06:42:10Z")
    #expect(document.source.byteCount == Self.pages[0].count)
    #expect(document.source.sha256 == SourceDigest.hexadecimal(of: Self.pages[0]))
    #expect(document.charset == "ISO-8859-2")
    #expect(document.isDeclaredHTML)
  }

  @Test func pageOfAnotherTypeIsNotCalledHTML() throws {
    let file = WARCFile.response(7, body: Self.pages[0], http: ["Content-Type: text/plain"])
    let document = try #require(try ContainerContent(file).documents.first)
    #expect(!document.isDeclaredHTML)
  }

  @Test func charsetOfTheHeaderDecodesThePage() throws {
    let body =
      Array("<p>Pada d".utf8) + [0xE9] + Array(", a dozer ".utf8) + [0xB9] + Array("</p>".utf8)
    let http = ["Content-Type: text/html; charset=iso-8859-2"]
    let document = try #require(
      try ContainerContent(WARCFile.response(1, body: body, http: http)).documents.first)
    #expect(document.record(by: Extractor()).source.encoding?.lowercased() == "iso-8859-2")
  }

  @Test func whatHoldsNoPageIsCounted() throws {
    let image: [UInt8] = [0x89, 0x50, 0x4E, 0x47]
    let file =
      WARCFile.response(1, body: image, http: ["Content-Type: image/png"])
      + WARCFile.response(2, body: [], http: ["Content-Type: text/html"])
      + WARCFile.response(3, body: Array("User-agent: *".utf8), http: ["Content-Type: text/plain"])
      + WARCFile.record("request", [], block: Array("GET / HTTP/1.1\r\n\r\n".utf8))
      + WARCFile.record("revisit", [], block: Array("HTTP/1.1 304 Not Modified\r\n\r\n".utf8))
    let content = try ContainerContent(file)
    #expect(content.pages.isEmpty)
    #expect(content.summary.otherContent == 3)
    #expect(content.summary.otherRecords == 2)
    #expect(content.record?.status == .empty)
    #expect(content.record?.reason == .noContent)
  }

  @Test func contentTellsAPageWhoseTypeIsMissing() throws {
    let file = WARCFile.response(1, body: Self.pages[0], http: [])
    #expect(try ContainerContent(file).documents.count == 1)
  }

  @Test func resourceIsAPage() throws {
    let file = WARCFile.record(
      "resource", ["Content-Type: text/html", "WARC-Target-URI: https://example.org/r"],
      block: Self.pages[1], version: "1.1")
    let document = try #require(try ContainerContent(file).documents.first)
    #expect(document.bytes == Self.pages[1])
    #expect(document.source.url == "https://example.org/r")
  }

  @Test func lengthThatIsTooLongCostsNoOtherRecord() throws {
    let wrong = WARCFile.response(1, body: Self.pages[0], length: 5_000)
    for pack in [{ $0 }, Compressed.gzip] as [([UInt8]) -> [UInt8]] {
      let content = try ContainerContent([wrong, Self.records[1], Self.records[2]].flatMap(pack))
      #expect(content.documents.map(\.source.url).count == 3)
      #expect(content.documents.map(\.reason) == [.corrupt, nil, nil])
      #expect(content.documents.last?.bytes == Self.pages[2])
      #expect(content.record?.reason == .corrupt)
    }
  }

  @Test(arguments: 1...40)
  func lengthThatIsSomewhatTooLongCostsNoOtherRecord(excess: Int) throws {
    let block =
      Self.pages[0].count + "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".utf8.count
    let file =
      WARCFile.response(1, body: Self.pages[0], length: block + excess) + Self.records[1]
      + Self.records[2]
    let content = try ContainerContent(file)
    #expect(content.documents.count == 3)
    #expect(content.documents.first?.bytes.starts(with: Self.pages[0]) == true)
    #expect(content.documents.dropFirst().map(\.bytes) == Array(Self.pages[1...2]))
    #expect(content.documents.dropFirst().allSatisfy { $0.reason == nil })
    // Up to the empty lines behind a record nothing shows that the length is wrong.
    if excess > 4 {
      #expect(content.documents.first?.bytes == Self.pages[0])
      #expect(content.record?.reason == .corrupt)
    }
  }

  @Test(arguments: ["-5", "0x10", "", "99999999999999999999999", nil])
  func pageWithoutALengthIsReadUpToTheNextRecord(length: String?) throws {
    let right = String(decoding: WARCFile.response(1, body: Self.pages[0]), as: UTF8.self)
    let field = try #require(right.firstMatch(of: /Content-Length: [0-9]+\r\n/))
    let wrong = right.replacing(
      field.output, with: length.map { "Content-Length: \($0)\r\n" } ?? "")
    for pack in [{ $0 }, Compressed.gzip] as [([UInt8]) -> [UInt8]] {
      let content = try ContainerContent(
        [Self.records[1], Array(wrong.utf8), Self.records[2]].flatMap(pack))
      #expect(content.documents.map(\.bytes) == [Self.pages[1], Self.pages[0], Self.pages[2]])
      #expect(content.documents.map(\.reason) == [nil, .corrupt, nil])
      #expect(content.record?.reason == .corrupt)
    }
  }

  @Test func lengthThatIsTooShortCostsNoOtherRecord() throws {
    let file = WARCFile.response(1, body: Self.pages[0], length: 200) + Self.records[1]
    let content = try ContainerContent(file)
    #expect(content.documents.map(\.reason) == [.corrupt, nil])
    #expect(content.documents.last?.bytes == Self.pages[1])
  }

  @Test(arguments: [gzip, zstd])
  func damagedMemberCostsItselfAlone(file: [UInt8]) throws {
    let pack = file == Self.gzip ? Compressed.gzip : { Compressed.zstd($0) }
    let start = [WARCFile.information, Self.records[0]].flatMap(pack).count
    for offset in stride(from: 12, to: pack(Self.records[1]).count - 1, by: 9) {
      var damaged = file
      damaged[start + offset] ^= 0x41
      let content = try ContainerContent(damaged)
      let whole = content.documents.filter { $0.reason == nil }.map(\.bytes)
      #expect(whole == [Self.pages[0], Self.pages[2], Self.pages[3]], "at \(offset)")
      #expect(content.record?.status == .failed)
    }
  }

  /// Whether a plain file of that many bytes of ``plain`` ends where a record does, which nothing tells.
  private static func isWholeToTheEye(_ length: Int) -> Bool {
    var end = WARCFile.information.count
    for record in records {
      end += record.count
      if (end - 4...end).contains(length) { return true }
    }
    return false
  }

  @Test(arguments: [plain, gzip, zstd])
  func cutFileGivesWhatCameBeforeTheCut(file: [UInt8]) throws {
    for cut in stride(from: 40, to: file.count - 5, by: 37) {
      let content = try ContainerContent(Array(file.prefix(cut)), as: .warc)
      let whole = content.documents.filter { $0.reason == nil }.map(\.bytes)
      #expect(whole == Array(Self.pages.prefix(whole.count)), "cut at \(cut)")
      #expect(content.summary.pages <= whole.count + 1)
      if file != Self.plain || !Self.isWholeToTheEye(cut) {
        #expect(content.record != nil, "cut at \(cut)")
      }
    }
  }

  @Test(arguments: [plain, gzip, zstd])
  func cutInTheBeginningOfARecordCostsThatOneAlone(file: [UInt8]) throws {
    let before = [WARCFile.information, Self.records[0], Self.records[1]].flatMap { record in
      switch file {
      case Self.plain: record
      case Self.gzip: Compressed.gzip(record)
      default: Compressed.zstd(record)
      }
    }.count
    for cut in before + 1..<before + 40 {
      let content = try ContainerContent(Array(file.prefix(cut)), as: .warc)
      #expect(content.documents.map(\.bytes) == Array(Self.pages[..<2]), "cut at \(cut)")
      #expect(content.documents.allSatisfy { $0.reason == nil }, "cut at \(cut)")
      #expect(content.record?.reason == .truncated, "cut at \(cut)")
    }
  }

  @Test func checksumThatDoesNotFitIsToldBeforeTheLettersOfARecord() throws {
    var member = Compressed.gzip(Self.records[0] + Array("WA".utf8))
    member[member.count - 8] ^= 0x41
    let content = try ContainerContent(member, as: .warc)
    #expect(content.documents.map(\.reason) == [.corrupt])
  }

  @Test func digestThatDoesNotFitIsTold() throws {
    let good = "WARC-Payload-Digest: sha1:2FD4E1C67A2D28FCED849EE1BB76E7391B93EB12"
    let file =
      WARCFile.response(1, body: Self.pages[0], fields: [good])
      + WARCFile.response(2, body: Self.pages[1], fields: ["WARC-Payload-Digest: md5:abc"])
    let documents = try ContainerContent(file).documents
    #expect(documents.map(\.reason) == [.corrupt, nil])
    #expect(documents[0].detail == "the payload digest does not fit")
  }

  @Test func digestsAreReadInEitherForm() throws {
    // SHA-1 of "abc": the first example of FIPS 180.
    let abc = Array("abc".utf8)
    for label in [
      "sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5", "sha1:a9993e364706816aba3e25717850c26c9cd0d89d",
      "sha-256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    ] {
      let digest = try #require(PayloadDigest(label))
      #expect(digest.fits([[], abc]))
      #expect(!digest.fits([[]]))
    }
    #expect(PayloadDigest("sha1:short") == nil)
  }

  @Test func firstSegmentIsNoWholePage() throws {
    let file = WARCFile.response(1, body: Self.pages[0], fields: ["WARC-Segment-Number: 1"])
    #expect(try ContainerContent(file).documents.map(\.reason) == [.truncated])
  }

  @Test(arguments: ["\r\n\r\n", "\n", "\u{FEFF}"])
  func whatStandsBeforeTheFirstRecordIsPassed(before: String) throws {
    let content = try ContainerContent(Array(before.utf8) + Self.plain)
    #expect(content.documents.map(\.bytes) == Self.pages)
    #expect(content.record == nil)
    #expect(ContainerFormat(.auto, head: (Array(before.utf8) + Self.plain)[...]) == .warc)
  }

  @Test func truncationByTheCrawlerIsTold() throws {
    let file = WARCFile.response(1, body: Self.pages[0], fields: ["WARC-Truncated: length"])
    #expect(try ContainerContent(file).documents.map(\.reason) == [.truncated])
  }

  @Test func lengthThatIsClaimedCostsNoMemory() throws {
    var limits = IntakeLimits()
    limits.fileBytes = 2_000
    let file =
      WARCFile.response(1, body: [UInt8](repeating: 0x61, count: 50_000)) + Self.records[1]
    let content = try ContainerContent(file, limits: limits)
    #expect(content.failures.map(\.reason) == [.tooLarge])
    #expect(content.failures.first?.source.byteCount ?? 0 > 50_000)
    #expect(content.documents.map(\.bytes) == [Self.pages[1]])
  }

  @Test func bombEndsAtItsLimit() throws {
    let bomb = WARCFile.response(2, body: [UInt8](repeating: 0x61, count: 8 << 20))
    let content = try ContainerContent(Compressed.gzip(Self.records[0]) + Compressed.gzip(bomb))
    #expect(content.documents.first?.bytes == Self.pages[0])
    #expect(content.record?.reason == .decompressionLimit)
    #expect(content.record?.limits == [.decompressionRatio])
  }

  @Test func dictionaryInTheFirstFrameIsUsed() throws {
    let dictionary = Self.plain
    let length = UInt32(dictionary.count)
    let frame =
      [0x5D, 0x2A, 0x4D, 0x18] + (0..<4).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
      + dictionary
    let file = frame + Self.records.flatMap { Compressed.zstd($0, dictionary: dictionary) }
    #expect(try ContainerContent(file).documents.map(\.bytes) == Self.pages)
  }

  @Test func beginningsOfRecordsAreReadOnce() throws {
    let beginnings = [UInt8](repeatElement(Array("WARC/1.\n".utf8), count: 20_000).joined())
    let content = try ContainerContent(Self.records[0] + beginnings + Self.records[1])
    #expect(content.documents.map(\.bytes) == Array(Self.pages[..<2]))
    #expect(content.summary.detail == "a header that was cut off")
  }

  @Test func headerOfLinesWithoutEndIsNotHeld() throws {
    let lines = [UInt8](repeatElement(Array("a\n".utf8), count: 100_000).joined())
    let header = Array("WARC/1.0\r\n".utf8) + lines + Array("\r\n".utf8)
    let content = try ContainerContent(Self.records[0] + header + Self.records[1])
    #expect(content.documents.map(\.bytes) == Array(Self.pages[..<2]))
    #expect(content.summary.detail == "a header without an end")
  }
}
