import Extraction
import Intake
import Spool
import SystemPackage
import Testing

@Test(arguments: [(4, 4, true), (5, 5, false)])
func digestOfAnAbandonedDocumentIsOfAllOfIt(size: Int, byteCount: Int, isDigested: Bool) throws {
  var limits = IntakeLimits()
  limits.fileBytes = 4
  let worker = try InProcessWorker(
    options: ExtractionOptions(), compressionLevel: 1, limits: limits)
  let folder = InMemoryFileSystem().makeDirectory(at: "/work")
  folder.place(FileName("a"), content: Array(repeating: 0x61, count: size))
  guard case .document(let document) = worker.abandon(FileName("a"), in: folder, for: .crash)
  else {
    Issue.record("an abandoned document has a record")
    return
  }
  #expect(document.byteCount == byteCount)
  #expect(document.sha256.isEmpty != isDigested)
}
