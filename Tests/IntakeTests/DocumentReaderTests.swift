import Extraction
import Foundation
import SystemPackage
import Testing

@testable import Intake

struct DocumentReaderTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func reason(
    _ path: FilePath, links: SymbolicLinkPolicy = .refuse, limits: IntakeLimits = IntakeLimits()
  ) -> FailureReason? {
    var reader = DocumentReader(limits: limits)
    do throws(FailedDocument) {
      _ = try reader.read(path, symbolicLinks: links)
      return nil
    } catch {
      return error.reason
    }
  }

  @Test func documentSaysWhereItCameFrom() throws {
    let file = Compressed.gzip(Compressed.page)
    let path = try directory.write(file, to: "bees.HTML.gz")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_709_209_805)], ofItemAtPath: path.string)
    var reader = DocumentReader()
    let document = try reader.read(path, url: "https://example.org/")
    #expect(document.id == "bees")
    #expect(document.bytes == Compressed.page)
    #expect(document.source.name == "bees.HTML.gz")
    #expect(document.source.byteCount == file.count)
    #expect(document.source.sha256.count == 64)
    #expect(document.source.modified == "2024-02-29T12:30:05Z")
    #expect(document.source.url == "https://example.org/")
    #expect(document.reason == nil)
  }

  @Test func digestIsThatOfTheStandard() {
    #expect(
      SourceDigest.hexadecimal(of: Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func onlyRegularFilesAreRead() throws {
    let fifo = directory.path.appending("fifo")
    let result = unsafe fifo.withPlatformString { unsafe mkfifo($0, 0o600) }
    try #require(result == 0)
    #expect(reason(fifo) == .notRegular)
    #expect(reason(directory.path) == .notRegular)
    #expect(reason("/dev/null") == .notRegular)
    #expect(reason(directory.path.appending("missing")) == .notFound)
    #expect(reason(try directory.write([], to: "empty")) == .emptyInput)
    #expect(reason(try directory.write(Compressed.gzip([]), to: "empty.gz")) == .emptyInput)
  }

  @Test func symbolicLinkIsFollowedOnlyOnRequest() throws {
    let page = try directory.write(Compressed.page, to: "page.html")
    let link = directory.path.appending("link.html")
    try FileManager.default.createSymbolicLink(
      atPath: link.string, withDestinationPath: page.string)
    #expect(reason(link) == .notRegular)
    #expect(reason(link, links: .follow) == nil)
  }

  @Test func fileAboveTheLimitIsNotRead() throws {
    var limits = IntakeLimits()
    limits.fileBytes = 10
    #expect(reason(try directory.write(Array(1...10), to: "ten"), limits: limits) == nil)
    #expect(reason(try directory.write(Array(1...11), to: "eleven"), limits: limits) == .tooLarge)
  }

  @Test func pipeIsReadToItsEndAndToItsLimit() throws {
    let bytes = (0..<60_000).map { UInt8(truncatingIfNeeded: $0) }
    for (limit, isWhole) in [(60_000, true), (59_999, false)] {
      let pipe = try FileDescriptor.pipe()
      defer { try? pipe.readEnd.close() }
      try pipe.writeEnd.writeAll(bytes)
      try pipe.writeEnd.close()
      var limits = IntakeLimits()
      limits.fileBytes = limit
      var reader = DocumentReader(limits: limits)
      let document = try? reader.read(pipe.readEnd, name: "-")
      #expect(document?.bytes == (isWhole ? bytes : nil))
      #expect(document?.source.modified == nil)
    }
  }

  @Test func bufferOfOneFileDoesNotReachTheNext() throws {
    let long = try directory.write([UInt8](repeating: 65, count: 100_000), to: "long")
    let short = try directory.write([66, 67], to: "short")
    var reader = DocumentReader()
    let first = try reader.read(long)
    #expect(try reader.read(short).bytes == [66, 67])
    #expect(first.bytes == [UInt8](repeating: 65, count: 100_000))
  }

  @Test func truncatedFileGivesAPartialRecord() throws {
    let file = Array(Compressed.gzip(Compressed.page).dropLast(30))
    let path = try directory.write(file, to: "cut.html.gz")
    var reader = DocumentReader()
    let record = try reader.read(path).record(by: Extractor())
    #expect(record.status == .partial)
    #expect(record.reason == .truncated)
  }

  @Test func failureGivesAFailedRecord() throws {
    let path = try directory.write([0x1F, 0x8B, 0x08, 0xEE], to: "bad.html.gz")
    var reader = DocumentReader()
    do throws(FailedDocument) {
      _ = try reader.read(path)
      Issue.record("nothing can be read of it")
    } catch {
      #expect(error.record.status == .failed)
      #expect(error.record.id == "bad")
      #expect(error.record.source.byteCount == 4)
    }
  }
}
