import Extraction

extension RecordBlock {
  /// Writes one element of a record's `blocks`.
  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    // A page has hundreds of blocks: what is the same in each is written at once.
    writer.literal("\"role\":\"")
    writer.literal(ofASCII: role.name)
    writer.literal("\",\"kind\":\"")
    writer.literal(ofASCII: kind.name)
    if case .heading(let level) = kind {
      writer.endLiteral("\"")
      writer.key("level")
      writer.integer(Int(level))
      writer.literal(",\"text\":\"")
    } else {
      writer.literal("\",\"text\":\"")
    }
    writer.literal(escaping: text)
    writer.member("\",\"score\":")
    writer.number(score)
    writer.member(",\"density\":")
    writer.number(density)
    if let path {
      writer.key("path")
      writer.string(path)
    }
    writer.endObject()
  }
}
