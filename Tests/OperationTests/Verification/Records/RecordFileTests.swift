import Extraction
import Operation
import RecordEncoding
import Testing

struct RecordFileTests {
  private func frame(_ record: Record) throws -> [UInt8] {
    var encoder = try RecordEncoder(level: 3)
    return try encoder.encode(record).frame
  }

  private func record(_ name: String) -> Record {
    let source = SourceDescription(
      name: name, byteCount: 3, sha256: String(repeating: "a", count: 64))
    return Record(id: name, source: source, status: .failed, reason: .crash)
  }

  @Test func recordOfThisProgramHasNoFault() throws {
    let file = RecordFile(try frame(record("a.html")))
    #expect(file.faults == [])
    #expect(
      file.records == [
        VerifiedRecord(
          id: "a.html", status: "failed", source: "a.html",
          sha256: String(repeating: "a", count: 64))
      ])
  }

  @Test func packedRecordsAreAllRead() throws {
    let bytes = try frame(record("a.html")) + frame(record("b.html"))
    let file = RecordFile(bytes)
    #expect(file.faults == [])
    #expect(file.records.map(\.source) == ["a.html", "b.html"])
  }

  @Test(arguments: [
    ("{\"schema\":\"winnow.record/1\"}", "schema: $: "), ("[]", "schema: $: type"),
    ("{", "no JSON"), ("", "no record"), ("{} trailing", "no JSON"),
  ])
  func contentOfAnotherShapeIsAFault(text: String, fault: String) throws {
    let frame = try ZstdFrame.made(of: text)
    let file = RecordFile(frame)
    #expect(file.records.isEmpty)
    #expect(file.faults.contains { $0.contains(fault) }, "\(file.faults)")
  }
}
