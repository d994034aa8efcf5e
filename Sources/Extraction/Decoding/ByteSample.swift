/// The words of a page that hold bytes above 0x7F: all that detection needs.
///
/// A word ends at whitespace, a quote or a bracket of a tag, none of which is the second byte of a
/// character in any encoding, so a word never starts inside a character.
struct ByteSample {
  /// Bytes kept.
  ///
  /// Statistics settle long before, and each candidate reads all of them.
  private static let capacity = 16_384
  /// Longest word kept, so that embedded data cannot fill the sample; texts without spaces are cut.
  private static let wordCapacity = 4096

  /// The words, a space after each.
  private(set) var bytes: [UInt8] = []

  /// Collects the sample in one pass.
  init(_ page: Span<UInt8>) {
    var start = 0
    var hasHighByte = false
    for offset in 0...page.count {
      let byte = offset < page.count ? page[offset] : 0x20
      if byte >= 0x80 { hasHighByte = true }
      guard Self.endsWord(byte) else { continue }
      if hasHighByte {
        for index in start..<min(offset, start + Self.wordCapacity) { bytes.append(page[index]) }
        bytes.append(0x20)
        if bytes.count >= Self.capacity { return }
      }
      start = offset + 1
      hasHighByte = false
    }
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x22 || byte == 0x27 || byte == 0x3C || byte == 0x3E
  }
}
