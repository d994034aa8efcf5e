/// How a file is compressed, told by its first bytes, never by its name.
enum CompressionFormat: Equatable {
  /// gzip, RFC 1952.
  case gzip
  /// zstd, RFC 8878, or a skippable frame that comes before one.
  case zstd

  /// The format of these bytes, or `nil` when they are of neither.
  init?(of bytes: Span<UInt8>) {
    if bytes.count >= 2, bytes[0] == 0x1F, bytes[1] == 0x8B {
      self = .gzip
    } else if bytes.count >= 4, bytes[0] == 0x28, bytes[1] == 0xB5, bytes[2] == 0x2F,
      bytes[3] == 0xFD
    {
      self = .zstd
    } else if bytes.count >= 4, bytes[0] & 0xF0 == 0x50, bytes[1] == 0x2A, bytes[2] == 0x4D,
      bytes[3] == 0x18
    {
      self = .zstd
    } else {
      return nil
    }
  }

  /// The format whose members lie further on in these bytes, for a file whose first one is damaged.
  init?(within bytes: [UInt8]) {
    if ByteSearch.firstIndex(of: [0x1F, 0x8B, 8], in: bytes[...]) != nil {
      self = .gzip
    } else if ByteSearch.firstIndex(of: [0x28, 0xB5, 0x2F, 0xFD], in: bytes[...]) != nil {
      self = .zstd
    } else {
      return nil
    }
  }
}
