import Extraction
import Intake
import Spool
import SystemPackage
import Testing

@Test(arguments: [(4, 4, true), (5, 5, false)])
func digestOfAnAbandonedDocumentIsOfAllOfIt(size: Int, byteCount: Int, isDigested: Bool) throws {
  var settings = WorkerSettings()
  settings.intake.fileBytes = 4
  let worker = try DocumentWorker(LocalPageProcessor(settings), settings)
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
