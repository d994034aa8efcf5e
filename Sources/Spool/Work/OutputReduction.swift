import Extraction

/// What is left out of a record that is larger than the limit, in this order.
enum OutputReduction: CaseIterable {
  /// The blocks, captions and comments: the text of the article stands in `text` as well.
  case blocks
  /// The end of the text.
  case text
  /// All that came from the page.
  case everything

  /// Leaves it out, and names the limit.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - excess: Bytes of JSON beyond the limit.
  func apply(to record: inout Record, excess: Int) {
    if !record.limits.contains(.outputBytes) { record.limits.append(.outputBytes) }
    if record.status == .ok { record.status = .partial }
    if record.reason == nil { record.reason = .limitReached }
    switch self {
    case .blocks:
      record.blocks = []
      record.captions = []
      record.comments = []
    case .text:
      // Each byte of text is at least one of JSON.
      record.text = record.text.prefix(utf8Count: record.text.utf8.count - excess)
    case .everything:
      record.text = ""
      record.metadata = Metadata()
      record.status = .failed
    }
  }
}

extension String {
  /// The first scalars that have at most that many bytes of UTF-8 together.
  fileprivate func prefix(utf8Count: Int) -> String {
    guard utf8Count > 0 else { return "" }
    var bytes = Array(utf8.prefix(utf8Count + 1))
    // The scalar that the cut goes through begins at the last byte that continues no other.
    while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
    return String(decoding: bytes, as: UTF8.self)
  }
}
