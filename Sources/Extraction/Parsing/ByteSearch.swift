private import Glibc

/// Search in bytes, at the speed of the C library's vector code.
enum ByteSearch {
  /// The first index of `byte` in `bytes[start...]`, or `bytes.count` when there is none.
  ///
  /// Most values of attributes and many texts end within sixteen bytes, for which a call costs more than two looks.
  @inline(__always)
  static func firstIndex(of byte: UInt8, in bytes: Span<UInt8>, from start: Int) -> Int {
    var position = start
    if start >= 0, start + 16 <= bytes.count {
      let wanted = ByteLanes.repeating(byte)
      let end = start + 16
      while position < end {
        // The condition above keeps the load inside the span.
        let word = unsafe bytes.bytes.unsafeLoadUnaligned(
          fromUncheckedByteOffset: position, as: UInt64.self)
        let rest = UInt64(littleEndian: word) ^ wanted
        // The first byte of which this has the high bit is zero; those after it may be falsely so.
        let zeros = (rest &- ByteLanes.ones) & ~rest & ByteLanes.highBits
        if zeros != 0 { return position + zeros.trailingZeroBitCount / 8 }
        position += 8
      }
    }
    return farIndex(of: byte, in: bytes, from: position)
  }

  private static func farIndex(of byte: UInt8, in bytes: Span<UInt8>, from start: Int) -> Int {
    guard start < bytes.count else { return bytes.count }
    return unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return bytes.count }
      let found = unsafe memchr(base + start, Int32(byte), buffer.count - start)
      guard let found = unsafe found else { return bytes.count }
      return unsafe UnsafeRawPointer(found) - base
    }
  }
}

extension ByteSearch {
  /// Whether `part` stands anywhere in `bytes`; no bytes stand everywhere.
  static func contains(_ part: Span<UInt8>, in bytes: Span<UInt8>) -> Bool {
    guard !part.isEmpty else { return true }
    var start = 0
    while start + part.count <= bytes.count {
      start = firstIndex(of: part[0], in: bytes, from: start)
      guard start + part.count <= bytes.count else { return false }
      var length = 1
      while length < part.count, bytes[start + length] == part[length] { length += 1 }
      if length == part.count { return true }
      start += 1
    }
    return false
  }

  /// Whether the bytes begin with the ASCII text, which is in lower case; the case of the bytes is ignored.
  static func hasPrefix(_ prefix: StaticString, of bytes: Span<UInt8>) -> Bool {
    let length = prefix.utf8CodeUnitCount
    guard bytes.count >= length else { return false }
    for index in 0..<length {
      let expected = unsafe prefix.utf8Start[index]
      let byte = bytes[index]
      guard byte == expected || (ASCII.isLetter(byte) && byte | 0x20 == expected) else {
        return false
      }
    }
    return true
  }
}

extension String {
  /// Whether the text holds the other one, byte for byte.
  ///
  /// `contains` compares characters, which costs thousands of instructions for a class attribute.
  func holds(_ part: String) -> Bool { ByteSearch.contains(part.utf8.span, in: utf8.span) }

  /// The text of UTF-8 bytes; malformed sequences become U+FFFD.
  init(copying bytes: Span<UInt8>) {
    self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}
