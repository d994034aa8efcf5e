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
    if let (lines, end) = HeaderFields.split(record.block.prefix(Self.longestHeader)) {
      self.init(fields: HeaderFields(lines.dropFirst()), payload: Array(record.block[end...]))
    } else {
      self.init(fields: HeaderFields([]), payload: [])
    }
  }

  /// The message that the block of a `resource` record stands for.
  init(resource record: WARCRecord) {
    let type = record.header["content-type"].map { [Array("content-type: \($0)".utf8)[...]] } ?? []
    self.init(fields: HeaderFields(type), payload: record.block)
  }

  private init(fields: HeaderFields, payload: [UInt8]) {
    self.fields = fields
    self.payload = payload
  }

  // Bytes of a header, the most that browsers take.
  private static let longestHeader = 256 << 10
}
