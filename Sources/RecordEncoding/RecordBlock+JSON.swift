import Extraction

extension RecordBlock {
  /// Writes one element of a record's `blocks`.
  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    // A page has hundreds of blocks: what is the same in many is written at once.
    BlockBeginnings.shared.write(role, kind, to: &writer)
    writer.literal(escaping: text)
    writer.numbers("\",\"score\":", score, ",\"density\":", density)
    if let path {
      writer.key("path")
      writer.string(path)
    }
    writer.endObject()
  }
}
