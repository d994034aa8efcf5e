import Extraction
import Spool
import SystemPackage
import Testing

private let input = FileName("a.html")
private let output = FileName("a.json.zst")

/// An outbox in memory with its writer.
private struct Outbox {
  let fileSystem = InMemoryFileSystem()
  let folder: InMemoryDirectory
  let writer: OutboxWriter

  init() {
    folder = fileSystem.makeDirectory(at: "/outbox")
    writer = OutboxWriter(outbox: folder, inspector: ScriptedInspector())
  }

  func text(_ name: FileName) throws -> String {
    String(decoding: try folder.contents(of: name, limit: 1000), as: UTF8.self)
  }
}

@Test func recordIsWholeAfterALossOfPower() throws {
  let outbox = Outbox()
  #expect(outbox.writer.publish(.made("1111"), of: input) == .written)
  outbox.fileSystem.losePower()
  #expect(outbox.folder.names == [output])
  #expect(try outbox.text(output) == "1111 ok text")
}

@Test func stepsComeInTheSafeOrder() {
  let outbox = Outbox()
  _ = outbox.writer.publish(.made("1111"), of: input)
  #expect(
    outbox.fileSystem.calls
      == [.create, .write, .synchronizeFile, .close, .rename, .synchronizeFolder])
}

@Test(
  arguments: [Errno.noSpace, .diskQuotaExceeded, .readOnlyFileSystem, .permissionDenied, .ioError],
  0..<6)
func errorLeavesNoPartOfARecord(error: Errno, index: Int) throws {
  let outbox = Outbox()
  outbox.fileSystem.fail(call: index, with: error)
  let result = outbox.writer.publish(.made("1111"), of: input)
  if error == .ioError, index < 4 {
    #expect(result == .written)
  } else {
    #expect(result == .blocked(.outbox("\(error)")))
  }
  for name in outbox.folder.names {
    #expect(name == output)
    #expect(try outbox.text(name) == "1111 ok text")
  }
  outbox.fileSystem.losePower()
  for name in outbox.folder.names where name == output {
    #expect(try outbox.text(name) == "1111 ok text")
  }
  #expect(outbox.writer.publish(.made("1111"), of: input) == .written)
  outbox.fileSystem.losePower()
  #expect(outbox.folder.names == [output])
  #expect(try outbox.text(output) == "1111 ok text")
}

@Test func failedSynchronizationIsNeverRepeatedOnTheSameFile() {
  let outbox = Outbox()
  outbox.fileSystem.fail(call: 2, with: .ioError)
  #expect(outbox.writer.publish(.made("1111"), of: input) == .written)
  #expect(
    outbox.fileSystem.calls.prefix(7)
      == [.create, .write, .synchronizeFile, .remove, .create, .write, .synchronizeFile])
}

@Test func diskThatKeepsFailingIsLeftAlone() {
  let outbox = Outbox()
  for index in 0..<100 { outbox.fileSystem.fail(call: index, with: .ioError) }
  #expect(outbox.writer.publish(.made("1111"), of: input) == .blocked(.outbox("\(Errno.ioError)")))
  #expect(outbox.fileSystem.calls.count == 3)
}

@Test func recordOfTheSameInputIsReplaced() throws {
  let outbox = Outbox()
  outbox.folder.place(output, content: Array("1111 ok old".utf8))
  #expect(outbox.writer.publish(.made("1111"), of: input) == .written)
  #expect(outbox.folder.names == [output])
  #expect(try outbox.text(output) == "1111 ok text")
}

@Test func recordOfAnotherInputStays() throws {
  let outbox = Outbox()
  outbox.folder.place(output, content: Array("2222 ok old".utf8))
  #expect(outbox.writer.publish(.made("1111"), of: input) == .written)
  #expect(outbox.writer.publish(.made("1111"), of: input) == .written)
  #expect(outbox.folder.names == [FileName("a-1111.json.zst"), output])
  #expect(try outbox.text(output) == "2222 ok old")
}

@Test func foreignFileStays() throws {
  let outbox = Outbox()
  outbox.folder.place(output, content: Array("foreign".utf8))
  #expect(outbox.writer.publish(.made("1111"), of: input) == .written)
  #expect(try outbox.text(output) == "foreign")
}

@Test func recordIsNotReplacedByItsFailure() throws {
  let outbox = Outbox()
  outbox.folder.place(output, content: Array("1111 ok old".utf8))
  #expect(outbox.writer.publish(.made("1111", .failed), of: input) == .written)
  #expect(outbox.folder.names == [output])
  #expect(try outbox.text(output) == "1111 ok old")
}

@Test func failureIsReplacedByTheRecord() throws {
  let outbox = Outbox()
  outbox.folder.place(output, content: Array("1111 failed old".utf8))
  #expect(outbox.writer.publish(.made("1111"), of: input) == .written)
  #expect(try outbox.text(output) == "1111 ok text")
}

@Test func recordsOfUnreadableInputsAreNumbered() throws {
  let outbox = Outbox()
  for text in ["one", "two", "three", "three"] {
    #expect(outbox.writer.publish(.made("", .failed, text: text), of: input) == .written)
  }
  let names = ["a-2.json.zst", "a-3.json.zst", "a.json.zst"].map { FileName($0) }
  #expect(outbox.folder.names == names)
  #expect(try outbox.text(output) == " failed one")
  #expect(try outbox.text(FileName("a-2.json.zst")) == " failed two")
}

@Test func recordThatIsThereIsFoundUnderEachOfItsNames() {
  let outbox = Outbox()
  let (first, second) = (String(repeating: "1", count: 64), String(repeating: "2", count: 64))
  #expect(!outbox.writer.holdsRecord(of: input, sha256: first))
  _ = outbox.writer.publish(.made(first), of: input)
  _ = outbox.writer.publish(.made(second), of: input)
  #expect(outbox.folder.names.count == 2)
  #expect(outbox.writer.holdsRecord(of: input, sha256: first))
  #expect(outbox.writer.holdsRecord(of: input, sha256: second))
  #expect(!outbox.writer.holdsRecord(of: input, sha256: String(repeating: "3", count: 64)))
  #expect(!outbox.writer.holdsRecord(of: input, sha256: ""))
}
