import Extraction

extension PageAnnouncement {
  /// Writes the announcement as a part of a message.
  func write(to writer: inout MessageWriter) {
    writer.integer(ordinal)
    writer.text(id)
    writer.text(name)
    writer.text(sha256)
    writer.integer(byteCount)
    writer.text(url)
    writer.text(modified)
    writer.integer(bytesRead)
  }

  /// The announcement in a part of a message.
  init(from reader: inout MessageReader) throws(ChannelError) {
    let ordinal = try reader.integer()
    let id = try reader.text()
    let name = try reader.text()
    let sha256 = try reader.text()
    let byteCount = try reader.integer()
    let url = try reader.optionalText()
    let modified = try reader.optionalText()
    guard ordinal > 0, byteCount >= 0, sha256.isDigest else { throw .malformed }
    self.init(
      ordinal: ordinal, id: id,
      source: SourceDescription(
        name: name, byteCount: byteCount, sha256: sha256, modified: modified, url: url),
      bytesRead: try reader.integer())
  }
}
