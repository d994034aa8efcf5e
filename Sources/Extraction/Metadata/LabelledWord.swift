/// A word whose bytes come one by one, up to its first colon: whether that makes it a label before an author's name.
struct LabelledWord {
  private var hash = NameHash()
  private var lastBytes: UInt32 = 0
  private var isASCII = true
  private var isEnded = false

  /// Whether the word may be one of ``AuthorWords/announcements``; for ASCII told by a hash.
  var mayAnnounce: Bool {
    !isASCII || AuthorWords.announcementHashes.value(of: hash) != nil
  }

  /// Takes in the next byte.
  ///
  /// - Returns: Whether it ends the first colon, `:` or `：` (U+FF1A).
  mutating func ends(with byte: UInt8) -> Bool {
    guard !isEnded else { return false }
    lastBytes = lastBytes << 8 | UInt32(byte)
    isEnded = byte == UInt8(ascii: ":") || lastBytes & 0xff_ffff == 0xef_bc9a
    if isEnded { return true }
    isASCII = isASCII && byte < 0x80
    if isASCII { hash.combine(lowercasing: byte) }
    return false
  }
}
