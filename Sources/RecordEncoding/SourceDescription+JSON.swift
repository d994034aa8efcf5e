import Extraction

extension SourceDescription {
  /// Writes the `source` object of a record.
  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("name")
    writer.string(name)
    writer.key("bytes")
    writer.integer(byteCount)
    writer.key("sha256")
    // A file that could not be read has no digest.
    writer.string(sha256.isEmpty ? nil : sha256)
    writer.key("modified")
    writer.string(modified)
    writer.key("mediaType")
    writer.string(mediaType)
    writer.key("encoding")
    writer.string(encoding)
    writer.key("url")
    writer.string(url)
    writer.endObject()
  }
}
