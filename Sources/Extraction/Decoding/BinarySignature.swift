/// The first bytes by which formats that are not text are known.
enum BinarySignature {
  private static let table: [(kind: String, offset: Int, bytes: [UInt8])] = [
    ("pdf", 0, Array("%PDF-".utf8)),
    ("png", 0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
    ("jpeg", 0, [0xFF, 0xD8, 0xFF]),
    ("gif", 0, Array("GIF87a".utf8)),
    ("gif", 0, Array("GIF89a".utf8)),
    ("webp", 8, Array("WEBPVP".utf8)),
    ("wave", 8, Array("WAVE".utf8)),
    ("zip", 0, [0x50, 0x4B, 0x03, 0x04]),
    ("zip", 0, [0x50, 0x4B, 0x05, 0x06]),
    ("gzip", 0, [0x1F, 0x8B]),
    ("zstd", 0, [0x28, 0xB5, 0x2F, 0xFD]),
    ("xz", 0, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]),
    ("bzip2", 0, Array("BZh".utf8)),
    ("7z", 0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
    ("rar", 0, Array("Rar!\u{1A}\u{7}".utf8)),
    ("elf", 0, [0x7F, 0x45, 0x4C, 0x46]),
    ("mp4", 4, Array("ftyp".utf8)),
    ("mp3", 0, Array("ID3".utf8)),
    ("ogg", 0, Array("OggS".utf8)),
    ("matroska", 0, [0x1A, 0x45, 0xDF, 0xA3]),
    ("rtf", 0, Array("{\\rtf".utf8)),
    ("ole", 0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
    ("warc", 0, Array("WARC/1.".utf8)),
    ("sqlite", 0, Array("SQLite format 3\u{0}".utf8)),
    ("woff", 0, Array("wOFF".utf8)),
    ("woff", 0, Array("wOF2".utf8)),
    ("postscript", 0, Array("%!PS-Adobe-".utf8)),
    ("tar", 257, Array("ustar".utf8)),
    ("tiff", 0, [0x49, 0x49, 0x2A, 0x00]),
    ("tiff", 0, [0x4D, 0x4D, 0x00, 0x2A]),
    ("wasm", 0, [0x00, 0x61, 0x73, 0x6D]),
    ("class", 0, [0xCA, 0xFE, 0xBA, 0xBE]),
  ]

  /// The format of a document, or `nil` when its first bytes are of none.
  static func kind(of document: Span<UInt8>) -> String? {
    table.first { matches(document, $0.bytes, at: $0.offset) }?.kind
  }

  private static func matches(_ document: Span<UInt8>, _ bytes: [UInt8], at offset: Int) -> Bool {
    guard document.count >= offset + bytes.count else { return false }
    for index in bytes.indices where document[offset + index] != bytes[index] { return false }
    return true
  }
}
