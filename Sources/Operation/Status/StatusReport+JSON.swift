import RecordEncoding
import Spool

extension StatusReport {
  /// The report as one line of JSON.
  package var json: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("schema")
    writer.string(Self.schema)
    writer.key("time")
    writer.string(WallClock.text(census.time))
    writer.key("inbox")
    writer.string(inbox)
    writer.key("outbox")
    writer.string(outbox)
    writer.key("daemon")
    writer.string(presence.word)
    writer.key("state")
    if let state { state.value.write(to: &writer) } else { writer.null() }
    writer.key("queues")
    writer.beginArray()
    for name in QueueName.allCases { write(name, to: &writer) }
    writer.endArray()
    writer.key("ignored")
    writer.integer(census.ignored)
    writer.key("failures")
    writer.beginObject()
    for (reason, count) in failures.sorted(by: { $0.key < $1.key }) {
      writer.key(reason)
      writer.integer(count)
    }
    writer.endObject()
    writeAttention(to: &writer)
    writer.endObject()
    writer.newline()
    return writer.bytes
  }

  private func write(_ name: QueueName, to writer: inout JSONWriter) {
    let tally = census.queues[name] ?? QueueTally()
    writer.beginObject()
    writer.key("queue")
    writer.string(name.rawValue)
    writer.key("files")
    writer.integer(tally.files)
    writer.key("bytes")
    writer.integer(tally.bytes)
    writer.key("oldest")
    writer.string(tally.oldest.map { WallClock.text($0) })
    writer.key("ages")
    writer.beginObject()
    let bounds = QueueTally.ageBounds.map(\.name) + ["older"]
    for (bound, count) in zip(bounds, tally.ages) {
      writer.key(bound)
      writer.integer(count)
    }
    writer.endObject()
    writer.endObject()
  }

  private func writeAttention(to writer: inout JSONWriter) {
    writer.key("attention")
    writer.beginArray()
    for item in attention {
      writer.beginObject()
      writer.key("code")
      writer.string(item.code)
      writer.key("text")
      writer.string(item.text)
      writer.endObject()
    }
    writer.endArray()
  }
}
