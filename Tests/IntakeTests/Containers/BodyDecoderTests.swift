import Extraction
import Foundation
import Testing

@testable import Intake

struct BodyDecoderTests {
  private static let page = WARCFile.page("Rain")

  private func document(_ body: [UInt8], _ http: String...) throws -> Result<
    Document, FailedDocument
  > {
    let file = WARCFile.response(1, body: body, http: ["Content-Type: text/html"] + http)
    return try #require(try ContainerContent(file).pages.first).document
  }

  private static func chunked(_ body: [UInt8], isWhole: Bool = true) -> [UInt8] {
    var chunks: [UInt8] = []
    for start in stride(from: 0, to: body.count, by: 100) {
      let chunk = body[start..<min(start + 100, body.count)]
      chunks += Array("\(String(chunk.count, radix: 16)); a=b\r\n".utf8) + chunk + [13, 10]
    }
    return chunks + (isWhole ? Array("0\r\n\r\n".utf8) : [])
  }

  @Test func codingsAreTakenOff() throws {
    let gzip = Compressed.gzip(Self.page)
    let cases: [([UInt8], [String])] = [
      (Self.chunked(Self.page), ["Transfer-Encoding: chunked"]),
      (gzip, ["Content-Encoding: gzip"]),
      (Self.chunked(gzip), ["Transfer-Encoding: chunked", "Content-Encoding: x-gzip"]),
      (Compressed.zstd(Self.page), ["Content-Encoding: zstd"]),
      (Compressed.deflate(Self.page, windowBits: 15), ["Content-Encoding: deflate"]),
      (Compressed.deflate(Self.page, windowBits: -15), ["Content-Encoding: deflate"]),
    ]
    for (body, http) in cases {
      let file = WARCFile.response(1, body: body, http: ["Content-Type: text/html"] + http)
      let document = try #require(try ContainerContent(file).documents.first)
      #expect(document.bytes == Self.page, "\(http)")
      #expect(document.reason == nil, "\(http)")
    }
  }

  @Test(arguments: ["Transfer-Encoding: chunked", "Content-Encoding: gzip", "Content-Encoding: br"])
  func headerThatTheBodyContradictsIsPassedOver(field: String) throws {
    let document = try document(Self.page, field).get()
    #expect(document.bytes == Self.page)
    #expect(document.reason == nil)
  }

  @Test func codingsInEachOtherAreTakenOffToADepth() throws {
    var body = Self.page
    for _ in 1...3 { body = Compressed.deflate(body, windowBits: 15) }
    let twice = Compressed.deflate(
      Compressed.deflate(Self.page, windowBits: 15), windowBits: 15)
    let whole = try document(twice, "Content-Encoding: deflate, deflate").get()
    #expect(whole.bytes == Self.page)
    #expect(whole.reason == nil)
    let deep = try document(body, "Content-Encoding: deflate, deflate, deflate").get()
    #expect(deep.bytes == Compressed.deflate(Self.page, windowBits: 15))
    #expect(deep.reason == .decompressionLimit)
  }

  @Test func unknownCodingIsNamed() throws {
    guard
      case .failure(let failed) = try document([0x0B, 0x02, 0x80, 0x03], "Content-Encoding: br")
    else {
      Issue.record("what cannot be read is no document")
      return
    }
    #expect(failed.reason == .unsupportedEncoding)
    #expect(failed.detail == "content encoding br")
  }

  @Test func missingLastChunkIsTold() throws {
    let document = try document(
      Self.chunked(Self.page, isWhole: false), "Transfer-Encoding: chunked"
    ).get()
    #expect(document.bytes == Self.page)
    #expect(document.reason == .truncated)
  }

  @Test(arguments: [0, 1])
  func chunkWithoutItsSizeCostsNoOther(number: Int) throws {
    var lines = String(decoding: Self.chunked(Self.page), as: UTF8.self)
      .replacing("; a=b", with: "").components(separatedBy: "\r\n")
    lines[2 * number] = "zz"
    let body = Array(lines.joined(separator: "\r\n").utf8)
    let document = try document(body, "Transfer-Encoding: chunked").get()
    #expect(document.bytes == Self.page)
    #expect(document.reason == .corrupt)
  }

  @Test func linesOfATextAreNoSizes() throws {
    let page = Array("<p>One</p>\r\na\r\n0\r\n\r\n".utf8)
    #expect(try self.document(page, "Transfer-Encoding: chunked").get().bytes == page)
  }

  @Test func bodyThatGrowsTooMuchEndsAtItsLimit() throws {
    let body = Compressed.gzip([UInt8](repeating: 0x61, count: 4 << 20))
    let document = try document(body, "Content-Encoding: gzip").get()
    #expect(document.reason == .decompressionLimit)
    #expect(document.bytes.count <= 1_000_000)
  }
}
