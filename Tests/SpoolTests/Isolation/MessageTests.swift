import Extraction
import Intake
import Spool
import Testing

private func body(_ message: [UInt8]) -> [UInt8] { Array(message.dropFirst(4)) }

private let document = ProcessedDocument(
  frame: [1, 2, 3], id: "a", sha256: String(repeating: "0f", count: 32), byteCount: 7,
  status: .partial, reason: .limitReached, limits: [.nodes, .outputBytes], detail: "é")

private let container: ProcessedDocument = {
  var container = document
  container.contents = ContainerContents(pages: 3, otherRecords: 2, otherContent: 1)
  return container
}()

private let page = PageAnnouncement(
  ordinal: 17, id: "crawl-000017",
  source: SourceDescription(
    name: "crawl.warc#a", byteCount: 7, sha256: String(repeating: "0f", count: 32),
    modified: "2024-05-17T06:42:10Z", url: "https://example.org/"), bytesRead: 99)

@Test(arguments: [PageVerdict.make, .pass, .stop])
func verdictsSayWhatWasSaid(verdict: PageVerdict) throws {
  #expect(try PageVerdict(message: body(verdict.message)) == verdict)
}

@Test(arguments: [
  WorkerMessage.ready(confinement: 3), .progress(bytesRead: 1 << 40),
  .product(.document(document), peakBytes: 1 << 40),
  .product(.none(.retry(.inputOutput)), peakBytes: 0), .page(page),
  .product(.document(container), peakBytes: 0),
])
func messagesSayWhatWasSaid(message: WorkerMessage) throws {
  let bytes = message.message
  #expect(MessageReader.length(in: bytes[...]) == bytes.count - 4)
  #expect(try WorkerMessage(message: body(bytes)) == message)
}

@Test func everyCutMessageIsMalformed() {
  let bytes = body(WorkerMessage.product(.document(document), peakBytes: 9).message)
  for count in bytes.indices {
    #expect(throws: ChannelError.malformed) {
      try WorkerMessage(message: Array(bytes.prefix(count)))
    }
  }
  #expect(throws: ChannelError.malformed) { try WorkerMessage(message: bytes + [0]) }
}

@Test func workerThatLacksSomethingBlamesThePage() throws {
  let bytes = body(WorkerMessage.product(.none(.exhausted("a\nb")), peakBytes: 5).message)
  #expect(
    try WorkerMessage(message: bytes) == .product(.none(.retry(.memory)), peakBytes: 5))
}

@Test func whatWouldBecomeANameInTheOutboxIsADigest() {
  var forged = document
  forged.sha256 = "../" + String(repeating: "0", count: 61)
  let bytes = body(WorkerMessage.product(.document(forged), peakBytes: 0).message)
  #expect(throws: ChannelError.malformed) { try WorkerMessage(message: bytes) }
}

@Test func settingsArriveAsTheyWereSent() throws {
  var settings = WorkerSettings()
  settings.intake.fileBytes = 11
  settings.intake.decompressedBytes = 12
  settings.intake.decompressionRatio = 13
  settings.intake.ratioFreeBytes = 14
  settings.intake.compressionDepth = 15
  settings.intake.containerBytes = 151
  settings.extraction.nodeLimit = 16
  settings.extraction.depthLimit = 17
  settings.extraction.includesPaths = true
  settings.extraction.usesModel = false
  settings.extraction.precisionBias = -0.25
  settings.extraction.roles = [.navigation, .title]
  settings.compressionLevel = 18
  settings.outputBytes = 19
  settings.memoryBytes = 20
  settings.seconds = 21
  settings.silentSeconds = 22
  settings.misbehaves = true
  #expect(try WorkerSettings(message: body(settings.message)) == settings)
}

@Test func requestsArriveAsTheyWereSent() throws {
  let request = WorkerRequest(name: "a b.html", size: 5, modified: -3, isSuspect: true)
  #expect(try WorkerRequest(message: body(request.message)) == request)
}
