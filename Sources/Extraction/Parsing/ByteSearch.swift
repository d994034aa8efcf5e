private import Glibc

/// Search in bytes, at the speed of the C library's vector code.
enum ByteSearch {
  /// The first index of `byte` in `bytes[start...]`, or `bytes.count` when there is none.
  static func firstIndex(of byte: UInt8, in bytes: Span<UInt8>, from start: Int) -> Int {
    guard start < bytes.count else { return bytes.count }
    return unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return bytes.count }
      let found = unsafe memchr(base + start, Int32(byte), buffer.count - start)
      guard let found = unsafe found else { return bytes.count }
      return unsafe UnsafeRawPointer(found) - base
    }
  }
}

extension String {
  /// The text of UTF-8 bytes; malformed sequences become U+FFFD.
  init(copying bytes: Span<UInt8>) {
    self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}

extension [UInt8] {
  /// Appends a copy of the bytes.
  mutating func append(copying bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  /// Appends the ASCII text.
  mutating func append(ascii text: StaticString) {
    unsafe append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
