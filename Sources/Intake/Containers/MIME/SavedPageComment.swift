/// The address in the comment that programs put at the top of pages they save.
///
/// SingleFile writes `Page saved with SingleFile` and a line `url: …`; browsers write
/// `saved from url=(0023)https://…`, where the number counts the bytes of the address.
enum SavedPageComment {
  // Bytes at the beginning of a page that the comment is looked for in.
  private static let searchLength = 4096

  /// The address in such a comment of a page, if it has one.
  static func url(in page: [UInt8]) -> String? {
    let head = page.prefix(searchLength)
    if let title = ByteSearch.firstIndex(of: Array("Page saved with SingleFile".utf8), in: head),
      let label = ByteSearch.firstIndex(of: Array("url: ".utf8), in: head[title...])
    {
      return address(head[(label + 5)...].prefix { $0 > 0x20 })
    }
    guard let label = ByteSearch.firstIndex(of: Array("saved from url=(".utf8), in: head),
      let close = head[label...].firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    return address(head[(close + 1)...].prefix { $0 > 0x20 })
  }

  private static func address(_ bytes: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.hasPrefix("http://") || text.hasPrefix("https://") ? text : nil
  }
}
