/// The mark at the start of a page that tells its Unicode encoding.
enum ByteOrderMark {
  /// The encoding whose mark a page starts with.
  static func encoding(of page: Span<UInt8>) -> CharacterEncoding? {
    guard page.count >= 2 else { return nil }
    switch (page[0], page[1]) {
    case (0xFF, 0xFE): return .utf16LittleEndian
    case (0xFE, 0xFF): return .utf16BigEndian
    case (0xEF, 0xBB): return page.count >= 3 && page[2] == 0xBF ? .utf8 : nil
    default: return nil
    }
  }
}
