/// Notices UTF-16 without a mark: in markup every other byte is zero, and its tags are ASCII in every language.
enum UTF16Pattern {
  /// Bytes looked at, from the start, where markup is.
  private static let sampleLength = 1024
  /// Least share of zero bytes at one parity.
  ///
  /// Markup gives nearly all of them; a page of Chinese text
  /// with few tags still has its head.
  private static let zeroShare = 0.4
  /// Greatest share at the other parity, where text has no zero.
  private static let strayShare = 0.02

  /// The byte order that the zeros tell, or else the tags, if they do.
  ///
  /// - Parameters:
  ///   - page: The page's bytes.
  ///   - declared: The encoding that the transport named. UTF-16 is believed where the bytes are text in it
  ///     with spaces or marks, as every text has that is read in lines.
  /// - Returns: The encoding, or `nil` when it is not UTF-16.
  static func encoding(
    of page: Span<UInt8>, declared: CharacterEncoding? = nil
  ) -> CharacterEncoding? {
    let isDeclared = declared?.isUTF16 ?? false
    // Each tag has a zero, and most pages have none.
    let head = page.extracting(..<min(page.count, UTF16Sample.byteCount))
    guard isDeclared || ByteSearch.firstIndex(of: 0, in: head, from: 0) < head.count else {
      return nil
    }
    if let order = orderByZeros(of: page) { return order }
    let little = UTF16Sample(page, isLittleEndian: true)
    let big = UTF16Sample(page, isLittleEndian: false)
    if little.isMarkup != big.isMarkup {
      return little.isMarkup ? .utf16LittleEndian : .utf16BigEndian
    }
    guard isDeclared else { return nil }
    // Servers that say UTF-16 and no more mean either order.
    if little.isText, little.marks > big.marks { return .utf16LittleEndian }
    if big.isText, big.marks > little.marks { return .utf16BigEndian }
    return nil
  }

  private static func orderByZeros(of page: Span<UInt8>) -> CharacterEncoding? {
    let length = min(page.count, sampleLength) & ~1
    guard length >= 4 else { return nil }
    var even = 0
    var odd = 0
    for offset in stride(from: 0, to: length, by: 2) {
      if page[offset] == 0 { even += 1 }
      if page[offset + 1] == 0 { odd += 1 }
    }
    let pairs = Double(length / 2)
    if Double(odd) >= zeroShare * pairs, Double(even) <= strayShare * pairs {
      return .utf16LittleEndian
    }
    if Double(even) >= zeroShare * pairs, Double(odd) <= strayShare * pairs {
      return .utf16BigEndian
    }
    return nil
  }
}
