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
}
