import Extraction
import Spool
import Testing

private func page(_ ordinal: Int, read: Int) -> PageAnnouncement {
  PageAnnouncement(
    ordinal: ordinal, id: "a", source: SourceDescription(name: "a", byteCount: 1, sha256: ""),
    bytesRead: read)
}

@Test func progressCountsPagesByWhatBecameOfThem() {
  var progress = ContainerProgress(name: FileName("a"), byteCount: 200)
  #expect(progress.percent == 0)
  progress.note(.passed(page(1, read: 20)))
  progress.note(.published(page(2, read: 40), failure: nil, byteCount: 9))
  progress.note(.published(page(3, read: 50), failure: .crash, byteCount: 9))
  #expect(progress.passed == 3)
  #expect(progress.resumed == 1)
  #expect(progress.written == 2)
  #expect(progress.failed == 1)
  #expect(progress.percent == 25)
}

@Test func progressIsToldInIntervals() {
  var progress = ContainerProgress(name: FileName("a"), byteCount: 0)
  #expect(progress.isDue(at: .seconds(1)) == false)
  #expect(progress.isDue(at: .seconds(10)) == false)
  #expect(progress.isDue(at: .seconds(11)) == true)
  #expect(progress.isDue(at: .seconds(20)) == false)
  #expect(progress.isDue(at: .seconds(21)) == true)
  #expect(progress.percent == 0)
}
