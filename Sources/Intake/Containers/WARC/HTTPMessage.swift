/// A response of a server, or what a WARC has in its place.
struct HTTPMessage {
  /// The fields of its header.
  var fields: HeaderFields
  /// What follows the header, as it was sent.
  var payload: [UInt8]

  /// The message in the block of a `response` record.
  ///
  /// A block without the header of HTTP is what was fetched by another protocol; its record names the type.
  init(response record: WARCRecord) {
    guard record.block.starts(with: "HTTP/".utf8) else {
      self.init(resource: record)
      return
    }
    guard let (lines, end) = HeaderFields.split(record.block[...]) else {
      fields = HeaderFields([])
      payload = []
      return
    }
    fields = HeaderFields(lines.dropFirst())
    payload = Array(record.block[end...])
  }

  /// The message that the block of a `resource` record stands for.
  init(resource record: WARCRecord) {
    fields = HeaderFields(
      record.header["content-type"].map { [Array("content-type: \($0)".utf8)[...]] } ?? [])
    payload = record.block
  }
}
