/// The first bytes by which formats that are not text are known.
enum BinarySignature {
  private static let table: [(kind: String, offset: Int, bytes: [UInt8])] = [
    ("pdf", 0, Array("%PDF-".utf8)),
    ("png", 0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
    ("jpeg", 0, [0xFF, 0xD8, 0xFF]),
    ("gif", 0, Array("GIF87a".utf8)),
    ("gif", 0, Array("GIF89a".utf8)),
    ("zip", 0, [0x50, 0x4B, 0x03, 0x04]),
    ("zip", 0, [0x50, 0x4B, 0x05, 0x06]),
    ("gzip", 0, [0x1F, 0x8B]),
    ("zstd", 0, [0x28, 0xB5, 0x2F, 0xFD]),
    ("xz", 0, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]),
    ("7z", 0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
    ("rar", 0, Array("Rar!\u{1A}\u{7}".utf8)),
    ("elf", 0, [0x7F, 0x45, 0x4C, 0x46]),
    ("mp4", 4, Array("ftyp".utf8)),
    ("ogg", 0, Array("OggS".utf8)),
    ("matroska", 0, [0x1A, 0x45, 0xDF, 0xA3]),
    ("rtf", 0, Array("{\\rtf".utf8)),
    ("ole", 0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
    ("warc", 0, Array("WARC/1.".utf8)),
    ("arc", 0, Array("filedesc://".utf8)),
    ("sqlite", 0, Array("SQLite format 3\u{0}".utf8)),
    ("woff", 0, Array("wOFF".utf8)),
    ("woff", 0, Array("wOF2".utf8)),
    ("postscript", 0, Array("%!PS-Adobe-".utf8)),
    ("tar", 257, Array("ustar".utf8)),
    ("tiff", 0, [0x49, 0x49, 0x2A, 0x00]),
    ("tiff", 0, [0x4D, 0x4D, 0x00, 0x2A]),
    ("wasm", 0, [0x00, 0x61, 0x73, 0x6D]),
    ("class", 0, [0xCA, 0xFE, 0xBA, 0xBE]),
    // Byte order marks: no browser reads UTF-32, and the first would pass for that of UTF-16.
    ("utf-32", 0, [0xFF, 0xFE, 0x00, 0x00]),
    ("utf-32", 0, [0x00, 0x00, 0xFE, 0xFF]),
  ]

  /// The magic number of a bzip2 block, the digits of pi: it follows `BZh` and the block size.
  private static let bzip2Block: [UInt8] = [0x31, 0x41, 0x59, 0x26, 0x53, 0x59]
  /// The first byte after `ID3` that is no version: versions are 2 to 4, and text has letters there.
  private static let firstNonVersion: UInt8 = 0x10

  /// The format of a document, or `nil` when its first bytes are of none.
  ///
  /// - Parameters:
  ///   - document: The bytes.
  ///   - isToldText: Whether the user says that it is text; signatures that are text themselves then
  ///     count for nothing.
  /// - Returns: The name of the format, or `nil`.
  static func kind(of document: Span<UInt8>, isToldText: Bool = false) -> String? {
    let entry = table.first { entry in
      matches(document, entry.bytes, at: entry.offset) && !(isToldText && isPrintable(entry.bytes))
    }
    return entry?.kind ?? splitKind(of: document)
  }

  /// The format by a signature of two parts.
  private static func splitKind(of document: Span<UInt8>) -> String? {
    if matches(document, Array("RIFF".utf8), at: 0) {
      if matches(document, Array("WAVE".utf8), at: 8) { return "wave" }
      if matches(document, Array("WEBPVP".utf8), at: 8) { return "webp" }
    }
    if matches(document, Array("BZh".utf8), at: 0), matches(document, bzip2Block, at: 4),
      (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(document[3])
    {
      return "bzip2"
    }
    if matches(document, Array("ID3".utf8), at: 0), document.count > 3,
      document[3] < firstNonVersion, !(0x09...0x0D).contains(document[3])
    {
      return "mp3"
    }
    return nil
  }

  private static func isPrintable(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { (0x20..<0x7F).contains($0) }
  }

  private static func matches(_ document: Span<UInt8>, _ bytes: [UInt8], at offset: Int) -> Bool {
    guard document.count >= offset + bytes.count else { return false }
    for index in bytes.indices where document[offset + index] != bytes[index] { return false }
    return true
  }
}
