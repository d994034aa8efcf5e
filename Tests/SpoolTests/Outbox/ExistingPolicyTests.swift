import Extraction
import Testing

@testable import Spool

private let input = FileName("a.html")

/// An outbox in which another input's record has the name, and what is there after a record was published.
private func publish(
  _ policy: ExistingPolicy, _ document: ProcessedDocument, over other: OutputOrigin?
) throws -> (publication: Publication, contents: [String: String]) {
  let fileSystem = InMemoryFileSystem()
  let outbox = fileSystem.makeDirectory(at: "/outbox")
  outbox.place(FileName("a.json.zst"), content: Array("other".utf8))
  let writer = OutboxWriter(
    outbox: outbox, inspector: ScriptedInspector(origins: other.map { [FileName("a.json.zst"): $0] } ?? [:]),
    existing: policy)
  let publication = writer.publish(document, of: input)
  fileSystem.losePower()
  var contents: [String: String] = [:]
  for name in outbox.names {
    contents[name.escaped] = String(
      decoding: try outbox.contents(of: name, limit: 1000), as: UTF8.self)
  }
  return (publication, contents)
}

private let good = OutputOrigin(sha256: "2222", isFailed: false)
private let bad = OutputOrigin(sha256: "2222", isFailed: true)
