import Extraction
import SystemPackage
import Testing

@testable import Spool

private let first = FileName("a.json.zst")

/// What publishing the record of an input comes to where `other` has its name: what the writer says, and the
/// files that are there after a loss of power.
private func publish(
  _ policy: ExistingPolicy, _ document: ProcessedDocument, over other: String
) throws -> (Publication, [String]) {
  let fileSystem = InMemoryFileSystem()
  let outbox = fileSystem.makeDirectory(at: "/outbox")
  outbox.place(first, content: Array(other.utf8))
  let writer = OutboxWriter(outbox: outbox, inspector: ScriptedInspector(), existing: policy)
  let publication = writer.publish(document, of: FileName("a.html"))
  fileSystem.losePower()
  let files = try outbox.names.map { name in
    let text = String(decoding: try outbox.contents(of: name, limit: 1000), as: UTF8.self)
    return "\(name.escaped): \(text)"
  }
  return (publication, files)
}

@Test func newRecordTakesTheNameOnRequest() throws {
  let (publication, files) = try publish(.replace, .made("1111"), over: "2222 ok other")
  #expect(publication == .written)
  #expect(files == ["a.json.zst: 1111 ok text"])
}

@Test func failureReplacesNothingButFailures() throws {
  let (_, kept) = try publish(.replace, .made("1111", .failed), over: "2222 ok other")
  #expect(kept == ["a-1111.json.zst: 1111 failed text", "a.json.zst: 2222 ok other"])
  let (_, replaced) = try publish(.replace, .made("1111", .failed), over: "2222 failed other")
  #expect(replaced == ["a.json.zst: 1111 failed text"])
}

@Test func newRecordIsNotWrittenOnRequest() throws {
  let (publication, files) = try publish(.skip, .made("1111"), over: "2222 ok other")
  #expect(publication == .skipped(first))
  #expect(publication.result == .done)
  #expect(files == ["a.json.zst: 2222 ok other"])
}

@Test func recordOfTheSameInputIsMadeAnewUnderEachPolicy() throws {
  for policy in [ExistingPolicy.rename, .replace, .skip] {
    let (publication, files) = try publish(policy, .made("1111"), over: "1111 ok old")
    #expect(publication == .written)
    #expect(files == ["a.json.zst: 1111 ok text"])
  }
}

@Test func whatIsNoRecordIsNeitherReplacedNorSkippedFor() throws {
  for policy in [ExistingPolicy.replace, .skip] {
    let (publication, files) = try publish(policy, .made("1111"), over: "by-hand")
    #expect(publication == .written)
    #expect(files == ["a-1111.json.zst: 1111 ok text", "a.json.zst: by-hand"])
  }
}

@Test func skippedInputLeavesOnlyWhenTheOtherRecordIsSafe() {
  let fileSystem = InMemoryFileSystem()
  let outbox = fileSystem.makeDirectory(at: "/outbox")
  outbox.place(first, content: Array("2222 ok other".utf8))
  let writer = OutboxWriter(outbox: outbox, inspector: ScriptedInspector(), existing: .skip)
  fileSystem.fail(call: 0, with: .ioError)
  #expect(
    writer.publish(.made("1111"), of: FileName("a.html")).result
      == .blocked(.outbox("Input/output error")))
}
