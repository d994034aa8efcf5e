import Extraction

extension ProcessedDocument {
  /// Writes the document as a part of a message.
  func write(to writer: inout MessageWriter) {
    writer.array(frame)
    writer.text(id)
    writer.text(sha256)
    writer.integer(byteCount)
    writer.text(status.rawValue)
    writer.text(reason?.rawValue)
    writer.integer(limits.count)
    for limit in limits { writer.text(limit.rawValue) }
    writer.text(detail)
    writer.integer(contents == nil ? 0 : 1)
    if let contents {
      writer.integer(contents.pages)
      writer.integer(contents.otherRecords)
      writer.integer(contents.otherContent)
    }
  }

  /// The document in a part of a message.
  init(from reader: inout MessageReader) throws(ChannelError) {
    let frame = try reader.array()
    let id = try reader.text()
    let sha256 = try reader.text()
    let byteCount = try reader.integer()
    guard let status = RecordStatus(rawValue: try reader.text()), sha256.isDigest else {
      throw .malformed
    }
    var reason: FailureReason?
    if let name = try reader.optionalText() {
      reason = FailureReason(rawValue: name)
      if reason == nil { throw .malformed }
    }
    var limits: [ExtractionLimit] = []
    for _ in 0..<(try reader.integer()).clamped(to: 0...Self.maximumLimits) {
      guard let limit = ExtractionLimit(rawValue: try reader.text()) else { throw .malformed }
      limits.append(limit)
    }
    self.init(
      frame: frame, id: id, sha256: sha256, byteCount: byteCount, status: status, reason: reason,
      limits: limits, detail: try reader.optionalText())
    guard try reader.flag() else { return }
    contents = ContainerContents(
      pages: try reader.integer(), otherRecords: try reader.integer(),
      otherContent: try reader.integer())
  }

  // Each limit binds a few times at most: as a file and as a page.
  private static let maximumLimits = 32
}

extension String {
  /// Whether it is a digest or nothing: parts of it become parts of names in the outbox.
  var isDigest: Bool {
    isEmpty
      || utf8.count == 64
        && utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}

extension Int {
  fileprivate func clamped(to range: ClosedRange<Int>) -> Int {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
