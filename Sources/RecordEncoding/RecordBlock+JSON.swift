import Extraction

extension RecordBlock {
  /// Writes one element of a record's `blocks`.
  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("role")
    writer.plainString(role.name)
    writer.key("kind")
    writer.plainString(kind.name)
    if case .heading(let level) = kind {
      writer.key("level")
      writer.integer(Int(level))
    }
    writer.key("text")
    writer.string(text)
    writer.key("score")
    writer.number(score)
    writer.key("density")
    writer.number(density)
    if let path {
      writer.key("path")
      writer.string(path)
    }
    writer.endObject()
  }
}
